import { createHash, timingSafeEqual } from 'node:crypto';
import { Router, type Request } from 'express';
import { FocusError, type OutboxLetter } from '../../core/index.js';
import type { StorefrontContext } from '../context.js';
import { isFromHere } from '../from-here.js';
import { outboxModel } from '../view-models/outbox.js';

/** A mail brings its own styles and picture, and nothing else. */
const MAIL_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'";

/**
 * `/outbox/:token`: the mails of a shop that sends none, as they would look. Only on the machine
 * itself, with the token of its data home, and never in production: to others there is no such page.
 */
export function outboxRouter(context: StorefrontContext): Router {
  const router = Router();
  const { outbox } = context.shop.mail;
  if (outbox === undefined || process.env['NODE_ENV'] === 'production') return router;

  async function readMail(request: Request<{ id: string }>): Promise<OutboxLetter> {
    const mail = await outbox?.read(request.params.id);
    if (mail === undefined) throw noSuchPage();
    return mail;
  }

  router.use('/outbox/:token', (request, response, next) => {
    if (!isFromHere(request, context) || !isSame(request.params.token, outbox.token))
      throw noSuchPage();
    response.set({ 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' });
    next();
  });

  router.get('/outbox/:token', async (request, response) => {
    const { words, language } = response.locals;
    context.page(request, response, {
      view: 'mail/outbox',
      title: words.mail.outbox.title,
      noindex: true,
      model: outboxModel(await outbox.list(), request.params.token, language),
    });
  });

  router.get('/outbox/:token/:id', async (request, response) => {
    const mail = await readMail(request);
    response.set('Content-Security-Policy', MAIL_POLICY).type('html').send(mail.html);
  });

  router.get('/outbox/:token/:id/text', async (request, response) => {
    const mail = await readMail(request);
    response.type('text').send(mail.text);
  });

  return router;
}

/** In a time that says nothing of where they differ. */
function isSame(given: string, expected: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}

function noSuchPage(): FocusError {
  return new FocusError('not-found', 'page.unknown', 'There is no such page');
}
