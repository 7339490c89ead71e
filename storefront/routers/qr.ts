import { Router, type Request } from 'express';
import type { StorefrontContext } from '../context.js';
import { drawPoster } from '../posters/draw-poster.js';
import { drawQrCode } from '../posters/draw-qr-code.js';
import { dayModel } from '../view-models/event-moment.js';

type EventRequest = Request<{ slug: string }>;

/** `/qr/:slug.png` (`?bib=` for one runner), `/qr/:slug/poster.pdf` (`?size=a3`), for walls and bibs. */
export function qrRouter(context: StorefrontContext): Router {
  const { shop, publicUrl, limits } = context;
  const router = Router();

  router.get('/qr/:slug.png', limits.events, async (request: EventRequest, response) => {
    const { slug } = await shop.gallery.findEvent(request.params.slug);
    const { bib } = request.query;
    // By characters: half an emoji cannot stand in an address.
    const short = typeof bib === 'string' ? (/^.{0,20}/su.exec(bib)?.[0] ?? '') : '';
    const search = short === '' ? '' : `?q=${encodeURIComponent(short)}`;
    const png = await drawQrCode(`${publicUrl}/events/${slug}${search}`);
    response
      .type('image/png')
      .set('Cache-Control', 'public, max-age=3600')
      .set('Content-Disposition', `inline; filename="${slug}-qr.png"`)
      .send(png);
  });

  router.get('/qr/:slug/poster.pdf', limits.events, async (request: EventRequest, response) => {
    const { words, language } = response.locals;
    const event = await shop.gallery.findEvent(request.params.slug);
    const pdf = await drawPoster({
      size: request.query.size === 'a3' ? 'A3' : 'A4',
      name: event.name,
      place: [event.date && dayModel(event.date, language).text, event.place]
        .filter((one) => one !== undefined)
        .join(' · '),
      address: `${publicUrl}/events/${event.slug}`,
      words: { ...words.photo.poster, product: words.common.product },
    });
    response
      .type('application/pdf')
      .set('Content-Disposition', `inline; filename="${event.slug}-poster.pdf"`)
      .send(pdf);
  });

  return router;
}
