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
import { gallery as galleryEn } from './en/gallery.js';
import { gallery as galleryFr } from './fr/gallery.js';
import { home as homeEn } from './en/home.js';
import { home as homeFr } from './fr/home.js';
import { photo as photoEn } from './en/photo.js';
import { photo as photoFr } from './fr/photo.js';
import { legal as legalEn } from './en/legal.js';
import { legal as legalFr } from './fr/legal.js';
import { mail as mailEn } from './en/mail.js';
import { mail as mailFr } from './fr/mail.js';
import { takeDown as takeDownEn } from './en/take-down.js';
import { takeDown as takeDownFr } from './fr/take-down.js';
import { account as accountEn } from './en/account.js';
import { account as accountFr } from './fr/account.js';

/** The English catalogue is the form that every language fills in: the compiler sees gaps. */
export interface Words {
  readonly common: typeof commonEn;
  readonly legal: typeof legalEn;
  readonly photo: typeof photoEn;
  readonly home: typeof homeEn;
  readonly gallery: typeof galleryEn;
  readonly errors: typeof errorsEn;
  readonly cart: typeof cartEn;
  readonly checkout: typeof checkoutEn;
  readonly order: typeof orderEn;
  readonly payment: typeof paymentEn;
  readonly withdrawal: typeof withdrawalEn;
  readonly mail: typeof mailEn;
  readonly account: typeof accountEn;
  readonly takeDown: typeof takeDownEn;
}

const CATALOGUES: Readonly<Record<Language, Words>> = {
  en: {
    common: commonEn,
    legal: legalEn,
    photo: photoEn,
    home: homeEn,
    gallery: galleryEn,
    errors: errorsEn,
    cart: cartEn,
    checkout: checkoutEn,
    order: orderEn,
    payment: paymentEn,
    withdrawal: withdrawalEn,
    mail: mailEn,
    account: accountEn,
    takeDown: takeDownEn,
  },
  fr: {
    common: commonFr,
    legal: legalFr,
    photo: photoFr,
    home: homeFr,
    gallery: galleryFr,
    errors: errorsFr,
    cart: cartFr,
    checkout: checkoutFr,
    order: orderFr,
    payment: paymentFr,
    withdrawal: withdrawalFr,
    mail: mailFr,
    account: accountFr,
    takeDown: takeDownFr,
  },
};

export function wordsIn(language: Language): Words {
  return CATALOGUES[language];
}
