import { WAIVER_TEXTS } from '../../../core/index.js';

/** The checkout: who buys, on which terms, at which price. */
export const checkout = {
  title: 'Checkout',
  noAccount: 'No account needed.',
  email: 'E-mail',
  emailNote: 'Your photos and the receipt go to this address. Nothing else does.',
  language: 'Language of the receipt',
  /** Kept with the order, with its time. Another text is another version. */
  invoice: {
    summary: 'A name or a company on the invoice?',
    note: 'All of it is optional. The invoice is ready as soon as the payment is certain.',
    name: 'Name',
    company: 'Company or club',
    address: 'Postal address',
  },
  waiver: WAIVER_TEXTS.en as (typeof WAIVER_TEXTS)['en' | 'fr'],
  waiverMissing: 'Please tick this box: the photos are delivered at once.',
  emailInvalid: 'This is not an e-mail address. It looks like name@example.org.',
  terms: 'By ordering you accept the',
  termsLink: 'terms of sale',
  pay: (total: string) => `Order and pay ${total}`,
  orderFree: 'Order for free',
  orderLine: 'Order with obligation to pay',
  priceChanged: (total: string) =>
    `The price has changed: it is now ${total}. Nothing has been ordered; look again and confirm.`,
  tooManyUnpaid:
    'You have several orders with limited offers that wait for their payment. Pay one of them, or try again in half an hour. Nothing has been ordered.',
  codeLeftOut: 'Your discount code does not apply here: this is the price without it.',
  notOnSale: {
    title: 'Not on sale any more',
    text: 'Photos of this event are not sold any more. Nothing has been ordered. What was bought before can still be downloaded.',
  },
  noPayment: {
    paused: {
      title: 'Not on sale for the moment',
      text: 'Payments for these photos are not possible right now. Nothing was charged and nothing has been ordered. Your cart is kept, and whoever runs this shop has been told: please come back in a while.',
      link: 'Back to the cart',
    },
    amount: {
      title: 'This amount cannot be paid',
      text: 'The payment service does not take the amount of this order. Nothing was charged and nothing has been ordered. Try it with other photos, or with another size.',
      link: 'Back to the cart',
    },
  },
  backToCart: 'Back to the cart',
  problemsTitle: 'One more thing',
};
