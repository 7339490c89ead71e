import type { Language } from './language.js';
import { common as commonEn } from './en/common.js';
import { errors as errorsEn } from './en/errors.js';
import { common as commonFr } from './fr/common.js';
import { errors as errorsFr } from './fr/errors.js';
import { cart as cartEn } from './en/cart.js';
import { cart as cartFr } from './fr/cart.js';
import { checkout as checkoutEn } from './en/checkout.js';
import { checkout as checkoutFr } from './fr/checkout.js';
import { order as orderEn } from './en/order.js';
import { order as orderFr } from './fr/order.js';
import { payment as paymentEn } from './en/payment.js';
import { payment as paymentFr } from './fr/payment.js';
import { withdrawal as withdrawalEn } from './en/withdrawal.js';
import { withdrawal as withdrawalFr } from './fr/withdrawal.js';

/** The English catalogue is the form that every language fills in: the compiler sees gaps. */
export interface Words {
  readonly common: typeof commonEn;
  readonly errors: typeof errorsEn;
  readonly cart: typeof cartEn;
  readonly checkout: typeof checkoutEn;
  readonly order: typeof orderEn;
  readonly payment: typeof paymentEn;
  readonly withdrawal: typeof withdrawalEn;
}

const CATALOGUES: Readonly<Record<Language, Words>> = {
  en: {
    common: commonEn,
    errors: errorsEn,
    cart: cartEn,
    checkout: checkoutEn,
    order: orderEn,
    payment: paymentEn,
    withdrawal: withdrawalEn,
  },
  fr: {
    common: commonFr,
    errors: errorsFr,
    cart: cartFr,
    checkout: checkoutFr,
    order: orderFr,
    payment: paymentFr,
    withdrawal: withdrawalFr,
  },
};

export function wordsIn(language: Language): Words {
  return CATALOGUES[language];
}
