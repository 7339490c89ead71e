import type { Request, RequestHandler } from 'express';

/**
 * Programs that collect pictures, or fetch them for a card, by a word of their user agent. Search engines
 * have no business with pictures of people; networks get the card's own picture, by another address.
 */
const COLLECTORS =
  // Cubot makes telephones.
  /(?<!cu)bots?\b|crawl|spider|slurp|facebookexternalhit|whatsapp|mastodon|bluesky|skypeuripreview|yandeximages/i;

/**
 * Refuses pictures to pages of other sites, and to programs that say that they collect: our bandwidth
 * and the seller's work are not theirs.
 *
 * What it does: a browser tells by Sec-Fetch-Site (always, of a page served by https) or by Referer
 * whose page shows the picture, and a page cannot make it lie. What it cannot do: a program tells what
 * it likes. One that tells nothing is let through, because mail programs, downloads and private
 * browsing tell nothing either. Against programs there are the watermark, the small size and the limits.
 */
export function refuseHotLinks(publicUrl: string): RequestHandler {
  const ownHost = new URL(publicUrl).host;
  return (request, response, next) => {
    response.vary('Sec-Fetch-Site').vary('Referer');
    if (isForeign(request, ownHost) || COLLECTORS.test(request.get('user-agent') ?? '')) {
      response.status(403).set('Cache-Control', 'no-store').end();
    } else {
      next();
    }
  };
}

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
