/** Paying: the provider's form, and the test provider's own page. */
export const payment = {
  title: 'Payment',
  amount: (total: string) => `To pay: ${total}`,
  pay: (total: string) => `Pay ${total}`,
  scriptNeeded: 'Paying needs JavaScript. Please switch it on for this page.',
  loading: 'The payment form is loading…',
  /** Where the provider's script does not come: a blocker, a company network, no connection. */
  blocked: {
    title: 'The payment form could not be loaded',
    text: 'Something on this device or network keeps it back, often an ad or tracking blocker, or a weak connection. Nothing was charged.',
    advice:
      'Allow js.stripe.com for this page, or try another browser or network. Your order is kept meanwhile.',
    retry: 'Try again',
  },
  /** The payment waits for the buyer's bank. */
  continue: 'Go on with the confirmation',
  waiting: 'Your bank still wants a confirmation of this payment. Nothing was charged yet.',
  cancel: 'Back to the order',
  failed: 'That did not work. Try again or use another way to pay: an order is never paid twice.',
  test: {
    title: 'Test payment',
    banner: 'Test money: nothing is paid here, and no card is asked for.',
    choose: 'How should this payment end?',
    choices: {
      paid: { label: 'Card that pays', note: '4242 4242 4242 4242' },
      declined: { label: 'Card that is declined', note: '4000 0000 0000 0002' },
      '3d-secure': {
        label: 'Card that asks the bank (3-D Secure)',
        note: '4000 0025 0000 3155',
      },
      'debit-settles': { label: 'SEPA debit that settles later', note: 'AT61 1904 3002 3457 3201' },
      'debit-fails': { label: 'SEPA debit that fails later', note: 'AT86 1904 3002 3547 3202' },
    },
    confirmTitle: 'Your (pretended) bank asks',
    confirmText: (total: string, number: string) =>
      `Do you allow the payment of ${total} for order ${number}?`,
    allow: 'Allow',
    refuse: 'Refuse',
    declined: 'The card was declined. Nothing was taken.',
    over: 'This payment is over.',
    toOrder: 'To the order',
  },
};
