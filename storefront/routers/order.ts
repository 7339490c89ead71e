import { Router, type Request, type Response } from 'express';
import type { DownloadRefusal, Order } from '../../core/index.js';
import { cartOf, keepCart, withoutPhotos } from '../carts.js';
import type { StorefrontContext } from '../context.js';
import { sendPhoto, sendZip, showPhoto } from '../send-file.js';
import { orderModel } from '../view-models/order.js';

type OrderRequest = Request<{ token: string }>;

const REFUSAL_STATUS = {
  unknown: 404,
  'not-paid': 403,
  revoked: 403,
  expired: 410,
  'not-in-order': 404,
  'taken-down': 410,
  gone: 410,
} as const satisfies Record<DownloadRefusal, number>;

/** `/orders/:token`: the buyer's own page and what was bought. Whoever knows the token is the buyer. */
export function orderRouter(context: StorefrontContext): Router {
  const { shop } = context;
  const router = Router();

  function refuse(request: OrderRequest, response: Response, reason: DownloadRefusal): void {
    const { words } = response.locals;
    const { title, text } = words.order.refusals[reason];
    response.set('Cache-Control', 'no-store');
    context.page(request, response, {
      view: 'order/refused',
      title,
      status: REFUSAL_STATUS[reason],
      noindex: true,
      model: {
        reason,
        title,
        text,
        orderUrl: reason === 'unknown' ? undefined : `/orders/${request.params.token}`,
      },
    });
  }

  router.get('/orders/:token', async (request, response) => {
    const { token } = request.params;
    const { words, language } = response.locals;
    const purchase = await shop.downloads.show(token);
    if (purchase === undefined) {
      refuse(request, response, 'unknown');
      return;
    }
    forgetBought(request, purchase.order);
    const { renewal, earlier } = request.query;
    response.set('Cache-Control', 'private, no-store');
    context.page(request, response, {
      view: 'order/order',
      title: words.order.title(purchase.order.number),
      noindex: true,
      styles: ['css/buying.css'],
      scripts: ['js/watch-order.js', 'js/send-once.js', 'js/save-photos.js'],
      model: orderModel({
        purchase,
        token,
        now: new Date(),
        isKept: earlier === 'kept',
        renewal: renewal === 'mailed' || renewal === 'too-often' ? renewal : undefined,
        words,
        language,
      }),
    });
  });

  /** For the page's own script, which waits for the money. */
  router.get('/orders/:token/state', async (request, response) => {
    const state = await shop.downloads.state(request.params.token);
    response.set('Cache-Control', 'private, no-store');
    if (state === undefined) response.status(404).json({ state: 'unknown' });
    else response.json({ state });
  });

  router.get('/orders/:token/photos/:photoId', async (request, response) => {
    const { token, photoId } = request.params;
    const size = request.query.size === 'web' ? 'web' : 'hd';
    const download = await shop.downloads.open({ token, photoId, size, purpose: 'download' });
    if (download.kind === 'refused') refuse(request, response, download.reason);
    else await sendPhoto(request, response, download);
  });

  /** What was bought, clean and large, while the link downloads. */
  router.get('/orders/:token/photos/:photoId/view.jpg', async (request, response) => {
    const { token, photoId } = request.params;
    const photo = await shop.downloads.open({ token, photoId, size: 'web', purpose: 'look' });
    if (photo.kind === 'refused') refuse(request, response, photo.reason);
    else await showPhoto(response, photo);
  });

  router.get('/orders/:token/photos/:photoId/thumbnail.jpg', async (request, response) => {
    const { token, photoId } = request.params;
    const thumbnail = await shop.downloads.thumbnail(token, photoId);
    if (thumbnail === undefined) refuse(request, response, 'not-in-order');
    else
      response
        .type('image/jpeg')
        .set('Cache-Control', 'private, max-age=600')
        .send(Buffer.from(thumbnail));
  });

  router.get('/orders/:token/zip', async (request, response) => {
    const zip = await shop.downloads.openZip(request.params.token);
    if (zip.kind === 'refused') refuse(request, response, zip.reason);
    else await sendZip(request, response, zip);
  });

  router.get<{ token: string; number: string }>(
    '/orders/:token/documents/:number.pdf',
    context.limits.drawing,
    async (request, response) => {
      const { token, number } = request.params;
      const pdf = await shop.orders.printDocument(token, number);
      if (pdf === undefined) {
        refuse(request, response, 'unknown');
        return;
      }
      response.set({
        'Cache-Control': 'private, no-store',
        'Content-Type': 'application/pdf',
        'Content-Disposition': `attachment; filename="${number}.pdf"`,
      });
      response.end(pdf);
    },
  );

  router.post<{ token: string }>(
    '/orders/:token/renew',
    context.limits.mail,
    async (request, response) => {
      const { token } = request.params;
      const renewed = await shop.downloads.renew(token);
      if (renewed.kind === 'refused') refuse(request, response, renewed.reason);
      else response.redirect(303, `/orders/${token}?renewal=${renewed.kind}`);
    },
  );

  return router;
}

/** What was bought leaves the cart, once the money is sure or on its way. */
function forgetBought(request: OrderRequest, { state, eventSlug, items }: Order): void {
  if (state !== 'paid' && state !== 'processing') return;
  const cart = cartOf(request, eventSlug);
  const left = withoutPhotos(cart, new Set(items.map(({ photoId }) => photoId)));
  if (left.length < cart.length) keepCart(request, eventSlug, left);
}
