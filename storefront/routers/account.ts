import { Router, type Request, type Response } from 'express';
import { FocusError } from '../../core/index.js';
import type { StorefrontContext } from '../context.js';
import { textField } from '../form-fields.js';
import { accountModel } from '../view-models/account.js';

/** `/sign-in` and `/account`: what was bought with an address, for whoever reads its mail. */
export function accountRouter(context: StorefrontContext): Router {
  const { shop, limits } = context;
  const router = Router();

  function showSignIn(request: Request, response: Response, email: string, problem?: string): void {
    context.page(request, response, {
      view: 'account/sign-in',
      title: response.locals.words.account.signIn.title,
      noindex: true,
      status: problem === undefined ? 200 : 400,
      model: { email, problem },
    });
  }

  function showNote(
    request: Request,
    response: Response,
    note: { title: string; lead: string; href: string; link: string },
    status = 200,
  ): void {
    const { title } = note;
    context.page(request, response, {
      view: 'photo/done',
      title,
      noindex: true,
      status,
      model: note,
    });
  }

  async function showAccount(
    request: Request,
    response: Response,
    email: string,
    isTooOften: boolean,
  ): Promise<void> {
    const { words, language } = response.locals;
    const purchases = await shop.accounts.listPurchases(email);
    // Not shown by a press on "back" to whoever uses the device next.
    response.set('Cache-Control', 'no-store');
    context.page(request, response, {
      view: 'account/account',
      title: words.account.title,
      noindex: true,
      status: isTooOften ? 429 : 200,
      styles: ['css/buying.css'],
      model: accountModel({ email, purchases, isTooOften, words, language }),
    });
  }

  router.get('/sign-in', limits.events, (request, response) => {
    if (request.session.buyerEmail === undefined) showSignIn(request, response, '');
    else response.redirect(303, '/account');
  });

  router.post('/sign-in', limits.mail, async (request, response) => {
    const { words, language } = response.locals;
    const email = textField(request, 'email');
    try {
      await shop.accounts.requestSignIn({ email, language, at: new Date() });
    } catch (error) {
      if (!(error instanceof FocusError) || error.kind !== 'input') throw error;
      showSignIn(request, response, email.slice(0, 254), words.account.signIn.badEmail);
      return;
    }
    response.redirect(303, '/sign-in/sent');
  });

  router.get('/sign-in/sent', limits.events, (request, response) => {
    const {
      sentTitle: title,
      sentLead: lead,
      backHome: link,
    } = response.locals.words.account.signIn;
    showNote(request, response, { title, lead, href: '/', link });
  });

  /** A press, not the mere opening of the link: mail programs open links to look at them. */
  router.get('/sign-in/:token', limits.events, (request, response) => {
    context.page(request, response, {
      view: 'account/confirm',
      title: response.locals.words.account.signIn.confirmTitle,
      noindex: true,
      model: {},
    });
  });

  router.post(
    '/sign-in/:token',
    limits.checkout,
    async (request: Request<{ token: string }>, response) => {
      const email = await shop.accounts.signIn(request.params.token);
      if (email === undefined) {
        const {
          overTitle: title,
          overLead: lead,
          again: link,
        } = response.locals.words.account.signIn;
        showNote(request, response, { title, lead, href: '/sign-in', link }, 410);
        return;
      }
      await beginSession(request, email);
      response.redirect(303, '/account');
    },
  );

  router.get('/account', limits.events, async (request, response) => {
    const { buyerEmail } = request.session;
    if (buyerEmail === undefined) response.redirect(303, '/sign-in');
    else await showAccount(request, response, buyerEmail, false);
  });

  router.post('/account/orders', limits.mail, async (request, response) => {
    const { buyerEmail } = request.session;
    if (buyerEmail === undefined) {
      response.redirect(303, '/sign-in');
      return;
    }
    const opened = await shop.accounts.openPurchase(buyerEmail, textField(request, 'number'));
    if (opened.kind === 'opened') response.redirect(303, `/orders/${opened.token}`);
    else if (opened.kind === 'too-often') await showAccount(request, response, buyerEmail, true);
    else throw new FocusError('not-found', 'order.unknown', 'There is no such order');
  });

  router.post('/account/sign-out', (request, response) => {
    delete request.session.buyerEmail;
    delete request.session.provenEmail;
    response.redirect(303, '/');
  });

  return router;
}

/** Under a new id: whoever knew the visitor's session before does not share what they proved. */
async function beginSession(request: Request, buyerEmail: string): Promise<void> {
  const { carts, discountCodes, favourites } = request.session;
  await new Promise<void>((resolve, reject) => {
    request.session.regenerate((error: unknown) => {
      if (error === undefined || error === null) resolve();
      else reject(error instanceof Error ? error : new Error('The session cannot begin anew'));
    });
  });
  Object.assign(request.session, { carts, discountCodes, favourites, buyerEmail });
}
