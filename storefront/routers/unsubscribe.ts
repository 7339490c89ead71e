import { Router } from 'express';
import type { StorefrontContext } from '../context.js';

/** `/unsubscribe/:token`, the link at the end of the mails that people can do without. */
export function unsubscribeRouter(context: StorefrontContext): Router {
  const { shop } = context;
  const router = Router();

  /** Asks first: mail readers and scanners open every link. */
  router.get('/unsubscribe/:token', async (request, response) => {
    const { mail } = response.locals.words;
    const kind = await shop.mail.readUnsubscribeLink(request.params.token);
    const isDone = request.query.done !== undefined;
    const words = mail.unsubscribe;
    response.set('Cache-Control', 'no-store');
    context.page(request, response, {
      view: isDone ? 'mail/unsubscribed' : 'mail/unsubscribe',
      title: isDone ? words.doneTitle : words.title,
      noindex: true,
      model: {
        action: `/unsubscribe/${request.params.token}`,
        text: isDone ? words.done(mail.kinds[kind]) : words.question(mail.kinds[kind]),
      },
    });
  });

  /** By the button of the page, or of the mail reader (RFC 8058), which wants no other page. */
  router.post('/unsubscribe/:token', async (request, response) => {
    const { token } = request.params;
    await shop.mail.unsubscribe(token);
    if (isOneClick(request.body)) response.sendStatus(200);
    else response.redirect(303, `/unsubscribe/${token}?done`);
  });

  return router;
}

function isOneClick(body: unknown): boolean {
  return (
    typeof body === 'object' &&
    body !== null &&
    'List-Unsubscribe' in body &&
    body['List-Unsubscribe'] === 'One-Click'
  );
}
