/** The withdrawal function: open to everybody, without an account. */
export const withdrawal = {
  title: 'Withdraw from a purchase',
  intro:
    'Here you can declare, without an account, that you withdraw from a purchase. You need the order number and the e-mail address of the order.',
  waiverNote:
    'Photos are delivered at once. If you agreed to that and the delivery has begun, the right of withdrawal is over; we still take your declaration, and look at it.',
  orderNumber: 'Order number',
  orderNumberNote: 'It is in the mail and on the order page, such as FR-2026-000123.',
  email: 'E-mail address of the order',
  next: 'Go on',
  refusals: {
    unknown:
      'There is no order with this number and this e-mail address. Please look at both again.',
    'not-paid':
      'This order was never paid: nothing was bought, so there is nothing to withdraw from.',
    refunded: 'This order is refunded already: all of the money went back to you.',
  },
  confirmTitle: 'Confirm your withdrawal',
  declaration: (number: string, event: string) =>
    `I withdraw from the contract for the photos of “${event}”, order ${number}.`,
  confirm: 'Confirm the withdrawal',
  change: 'Change something',
  receivedTitle: 'Your withdrawal has been received',
  received: (number: string, time: string) =>
    `We received your declaration for order ${number} on ${time}.`,
  receivedMail: 'An acknowledgement is on its way to the e-mail address of the order.',
};
