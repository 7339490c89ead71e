import type { Request, RequestHandler } from 'express';

/** Those who fetch the picture of a social card or of a search result, by a word of their user agent. */
const SHARE_CRAWLERS =
  /facebookexternalhit|facebot|twitterbot|linkedinbot|whatsapp|telegrambot|slackbot|discordbot|pinterest|applebot|googlebot|bingbot|mastodon|bluesky|skypeuripreview/i;

/** Refuses pictures to pages of other sites: our bandwidth and the seller's work are not theirs. */
export function refuseHotLinks(publicUrl: string): RequestHandler {
  const ownHost = new URL(publicUrl).host;
  return (request, response, next) => {
    response.vary('Sec-Fetch-Site').vary('Referer');
    if (isForeign(request, ownHost) && !SHARE_CRAWLERS.test(request.get('user-agent') ?? '')) {
      response.status(403).set('Cache-Control', 'no-store').end();
    } else {
      next();
    }
  };
}

/** A client that says neither where it is nor where it comes from is let through: mail programs are such. */
function isForeign(request: Request, ownHost: string): boolean {
  const site = request.get('sec-fetch-site');
  if (site !== undefined) {
    // A link on another site may lead to the picture itself: that shows our address.
    return site === 'cross-site' && request.get('sec-fetch-mode') !== 'navigate';
  }
  const referer = request.get('referer');
  if (referer === undefined || referer === '') return false;
  const host = URL.canParse(referer) ? new URL(referer).host : undefined;
  return host !== ownHost && host !== request.get('host');
}
