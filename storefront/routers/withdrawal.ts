import { Router, type Request } from 'express';
import type { StorefrontContext } from '../context.js';
import { textField } from '../form-fields.js';
import { formatMoment } from '../view-models/moment.js';
import { withdrawalConfirmModel, withdrawalFormModel } from '../view-models/withdrawal.js';

const LONGEST_NUMBER = 60;

/** `/withdrawal`: whoever bought may declare a withdrawal in two steps, without an account. */
export function withdrawalRouter(context: StorefrontContext): Router {
  const { shop, limits } = context;
  const router = Router();

  /** `?order=` is what an order's own page says; the address stays the buyer's to type. */
  router.get('/withdrawal', (request, response) => {
    const { words } = response.locals;
    const { order } = request.query;
    const orderNumber = typeof order === 'string' ? order.slice(0, LONGEST_NUMBER) : '';
    context.page(request, response, {
      view: 'withdrawal/form',
      title: words.withdrawal.title,
      canonical: '/withdrawal',
      styles: ['css/buying.css'],
      model: withdrawalFormModel({ orderNumber, email: '' }, undefined, words),
    });
  });

  router.post('/withdrawal', limits.mail, async (request, response) => {
    const { words } = response.locals;
    const form = formOf(request);
    const found = await shop.withdrawals.find(form);
    const isRefused = found.kind === 'refused';
    context.page(request, response, {
      view: isRefused ? 'withdrawal/form' : 'withdrawal/confirm',
      title: isRefused ? words.withdrawal.title : words.withdrawal.confirmTitle,
      status: isRefused ? 422 : 200,
      noindex: true,
      styles: ['css/buying.css'],
      model:
        found.kind === 'refused'
          ? withdrawalFormModel(form, found.reason, words)
          : withdrawalConfirmModel(form, found.order, words),
    });
  });

  router.post('/withdrawal/confirm', limits.mail, async (request, response) => {
    const { words, language } = response.locals;
    const form = formOf(request);
    const received = await shop.withdrawals.declare({
      ...form,
      declarationOf: ({ number, eventName }) => words.withdrawal.declaration(number, eventName),
    });
    if (received.kind === 'refused') {
      context.page(request, response, {
        view: 'withdrawal/form',
        title: words.withdrawal.title,
        status: 422,
        noindex: true,
        styles: ['css/buying.css'],
        model: withdrawalFormModel(form, received.reason, words),
      });
      return;
    }
    const { orderNumber, receivedAt, timeZone } = received;
    request.session.withdrawal = words.withdrawal.received(
      orderNumber,
      formatMoment(receivedAt, timeZone, language),
    );
    response.redirect(303, '/withdrawal/received');
  });

  /** Shows what was received to whom it was received from; anybody else begins anew. */
  router.get('/withdrawal/received', (request, response) => {
    const { words } = response.locals;
    const { withdrawal } = request.session;
    if (withdrawal === undefined) {
      response.redirect(303, '/withdrawal');
      return;
    }
    context.page(request, response, {
      view: 'withdrawal/received',
      title: words.withdrawal.receivedTitle,
      noindex: true,
      model: { received: withdrawal },
    });
  });

  return router;
}

function formOf(request: Request): { orderNumber: string; email: string } {
  return {
    orderNumber: textField(request, 'orderNumber').slice(0, LONGEST_NUMBER),
    email: textField(request, 'email').slice(0, 254),
  };
}
