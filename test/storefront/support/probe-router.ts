import { Router } from 'express';
import { FocusError, type ErrorKind } from '../../../core/index.js';
import { textField } from '../../../storefront/form-fields.js';
import type { CreateRouter } from '../../../storefront/server.js';
import '../../../storefront/session-data.js';

/** Pages that show what the middleware does, without the shop's own. */
export const probeRouter: CreateRouter = (context) => {
  const router = Router();
  router.get('/probe', (request, response) => {
    context.page(request, response, {
      view: 'error',
      title: 'A probe',
      model: { status: '1', advice: '<b>advice</b>', reference: 'r' },
    });
  });
  router.get('/limited/:name', (request, response, next) => {
    const { name } = request.params;
    if (name === 'search' || name === 'selfie' || name === 'take-down')
      context.limits[name](request, response, next);
    else next();
  });
  router.get('/limited/:name', (_request, response) => void response.json({ ok: true }));
  router.get('/cart', (request, response) => void response.json(request.session.carts ?? null));
  router.post('/cart', (request, response) => {
    const photoId = textField(request, 'photoId') || 'one';
    const race = request.session.carts?.race ?? [];
    request.session.carts = { race: [...race, { photoId, size: 'hd' }] };
    response.redirect(303, '/cart');
  });
  router.get('/fails/:kind', (request) => {
    if (request.params.kind === 'bug') throw new TypeError('mail to lea@example.org failed');
    throw new FocusError(request.params.kind as ErrorKind, 'probe.fails', 'made to fail');
  });
  router.post('/upload', (_request, response) => void response.json({ ok: true }));
  router.post('/unsubscribe', (_request, response) => void response.json({ ok: true }));
  router.post('/unsubscribed', (_request, response) => void response.json({ ok: true }));
  return router;
};
