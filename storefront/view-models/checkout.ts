import type { BuyerDetails, ShownCart } from '../../core/index.js';
import type { Language } from '../messages/language.js';
import type { Words } from '../messages/messages.js';
import { priceModel, withheldModel } from './price.js';

export type CheckoutProblem = 'email' | 'waiver' | 'price' | 'code' | 'too-many-unpaid';

export interface CheckoutOptions {
  readonly slug: string;
  readonly shown: Extract<ShownCart, { kind: 'priced' }>;
  readonly photos: number;
  /** As typed before, where the page is shown again. */
  readonly email: string;
  /** For the invoice, as typed before. */
  readonly buyer: BuyerDetails;
  /** Of the account, where the visitor is signed in. */
  readonly buyerEmail: string | undefined;
  readonly problems: readonly CheckoutProblem[];
  /** What the code that was left out could not be used for, in words. */
  readonly codeReason: string | undefined;
  /** Makes a double click one order. */
  readonly idempotencyKey: string;
  readonly words: Words;
  readonly language: Language;
}

export function checkoutModel(options: CheckoutOptions) {
  const { slug, shown, photos, email, problems, idempotencyKey, words, language } = options;
  const price = priceModel({ cart: shown, words, language });
  const base = `/events/${encodeURIComponent(slug)}`;
  return {
    eventName: shown.event.name,
    cartUrl: `${base}/cart`,
    action: `${base}/checkout`,
    count: words.cart.photoCount(photos),
    price,
    email,
    buyer: buyerModel(options.buyer),
    account:
      options.buyerEmail === undefined
        ? words.checkout.noAccount
        : words.account.signedInAs(options.buyerEmail),
    emailProblem: problems.includes('email') ? words.checkout.emailInvalid : undefined,
    waiverProblem: problems.includes('waiver') ? words.checkout.waiverMissing : undefined,
    codeProblem: problems.includes('code')
      ? [options.codeReason, words.checkout.codeLeftOut].filter(Boolean).join(' ')
      : undefined,
    unpaidProblem: problems.includes('too-many-unpaid') ? words.checkout.tooManyUnpaid : undefined,
    withheld: withheldModel({ cart: shown, words }),
    priceProblem: problems.includes('price') ? words.checkout.priceChanged(price.total) : undefined,
    waiver: words.checkout.waiver.text,
    submit: price.isFree ? words.checkout.orderFree : words.checkout.pay(price.total),
    idempotencyKey,
  };
}

function buyerModel({ name = '', company = '', address = '' }: BuyerDetails) {
  return { name, company, address, isGiven: `${name}${company}${address}`.trim() !== '' };
}
