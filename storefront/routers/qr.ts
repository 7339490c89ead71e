import { Router, type Request } from 'express';
import type { StorefrontContext } from '../context.js';
import { sendDrawing } from '../send-drawing.js';
import { dayModel } from '../view-models/event-moment.js';

type EventRequest = Request<{ slug: string }>;

/** `/qr/:slug.png` (`?bib=` for one runner), `/qr/:slug/poster.pdf` (`?size=a3`), for walls and bibs. */
export function qrRouter(context: StorefrontContext): Router {
  const { shop, publicUrl, limits } = context;
  const router = Router();

  router.get('/qr/:slug.png', limits.drawing, async (request: EventRequest, response) => {
    const { slug } = request.params;
    const bib = bibOf(request);
    const search = bib === undefined ? '' : `?q=${encodeURIComponent(bib)}`;
    const address = `${publicUrl}/events/${slug}${search}`;
    const code = await shop.gallery.drawCode(
      { slug, bib, address },
      context.visitorOf(request, response),
    );
    await sendDrawing(request, response, code, {
      'Content-Type': 'image/png',
      'Cache-Control': 'public, max-age=3600',
      'Content-Disposition': `inline; filename="${slug}-qr.png"`,
    });
  });

  router.get('/qr/:slug/poster.pdf', limits.drawing, async (request: EventRequest, response) => {
    const { words, language } = response.locals;
    const { slug, name, date, place } = await shop.gallery.findEvent(request.params.slug);
    const poster = await shop.gallery.drawPoster(
      slug,
      {
        size: request.query.size === 'a3' ? 'A3' : 'A4',
        name,
        place: [date && dayModel(date, language).text, place]
          .filter((one) => one !== undefined)
          .join(' · '),
        address: `${publicUrl}/events/${slug}`,
        words: { ...words.photo.poster, product: words.common.product },
      },
      context.visitorOf(request, response),
    );
    await sendDrawing(request, response, poster, {
      'Content-Type': 'application/pdf',
      // In whose language it is, the browser says: no cache may keep it for others.
      'Cache-Control': 'private, no-cache',
      'Content-Disposition': `inline; filename="${slug}-poster.pdf"`,
    });
  });

  return router;
}

/** By characters: half an emoji cannot stand in an address. */
function bibOf({ query: { bib } }: EventRequest): string | undefined {
  const short = typeof bib === 'string' ? (/^.{0,20}/su.exec(bib)?.[0] ?? '') : '';
  return short === '' ? undefined : short;
}
