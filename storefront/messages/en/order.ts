/** The order page, behind the link that only the buyer has. */
export const order = {
  kept: 'This order of yours was paid, or is about to be: no second one was made. What is still in your cart has not been ordered.',
  title: (number: string) => `Order ${number}`,
  heading: 'Order',
  placedAt: (time: string) => `Placed on ${time}`,
  voucher: {
    title: 'Waiting for your payment',
    text: 'Pay with the voucher, or by the transfer, that you were shown. The money can take some days; we write as soon as it is there, and the photos can be downloaded then.',
    until: (time: string) => `Pay until ${time}.`,
    show: 'Show it again',
  },
  states: {
    open: {
      title: 'Not paid yet',
      text: 'Your photos wait here for the payment.',
    },
    processing: {
      title: 'Payment under way',
      text: 'Your bank was asked for the money. A direct debit takes up to 14 days; we write as soon as it is there, and the photos can be downloaded then.',
    },
    paid: {
      title: 'These are yours',
      text: 'Thank you. Download them one by one, or all at once.',
    },
    failed: {
      title: 'The payment did not work',
      text: 'Nothing was taken. Try again, or use another way to pay.',
    },
    expired: {
      title: 'This order has lapsed',
      text: 'It was not paid in time, and nothing was taken. Your photos can be ordered anew.',
    },
    'partly-refunded': {
      title: 'Partly refunded',
      text: 'A part of the money went back to you. The photos stay yours to download.',
    },
    refunded: {
      title: 'Refunded',
      text: 'The money went back to you. Therefore the photos can no longer be downloaded.',
    },
    disputed: {
      title: 'Payment disputed',
      text: 'Your bank demands the money back. Until that is settled the photos cannot be downloaded.',
    },
  },
  mismatch:
    'The payment that came in does not fit this order. We have to look at it; write to us and name the order number.',
  pay: 'Pay now',
  orderAnew: 'Back to the photos',
  refresh: 'Look again',
  refreshing: 'This page looks again by itself every few seconds.',
  downloadAll: (size: string) => `Download all (ZIP, ${size})`,
  downloadsTitle: 'All photos at once',
  downloads: { hd: 'Original', web: 'Web size' },
  downloadPhoto: (name: string, size: string) => `Download ${name}, ${size}`,
  downloaded: (times: number) => (times === 1 ? 'Downloaded once' : `Downloaded ${times} times`),
  save: 'Save to my phone',
  savePhoto: (name: string) => `Save ${name} to my phone`,
  saving: 'Fetching…',
  saveAgain: 'Ready: tap again to save',
  saveFailed: 'It did not work. Please try again.',
  until: (time: string) => `This link downloads until ${time}.`,
  forGood: 'The downloads of this link do not end.',
  ended: 'The downloads of this link have ended.',
  renew: 'Mail me a new link',
  renewNote: 'It goes to the address of the order, and downloads as long as the first one.',
  renewed: 'A new link is on its way to the address of the order.',
  renewTooOften:
    'Several links were mailed in the last hour. Look into your mailbox, and into spam.',
  takenDown: 'Taken down at the wish of somebody in it. It had cost you nothing.',
  takenDownPaid: (amount: string) =>
    `Taken down at the wish of somebody in it. You got back what it had cost: ${amount}.`,
  takenDownDue: (amount: string) =>
    `Taken down at the wish of somebody in it. What it had cost is on its way back to you: ${amount}.`,
  hidden:
    'Somebody in it asked for it to be hidden. Should it be taken from you after you have paid, you get back what it cost.',
  gone: 'Deleted by the seller. Write to the seller for a refund.',
  photoAlt: (name: string) => `Photo ${name}`,
  photosTitle: 'Photos',
  receiptTitle: 'Receipt',
  documents: { invoice: 'Invoice', 'credit-note': 'Credit note' },
  documentLink: (kind: string, number: string) => `${kind} ${number} (PDF)`,
  refundedAmount: 'Refunded',
  withdraw: 'Withdraw from this purchase',
  keepLink: 'This page is yours alone: whoever has its address can download the photos.',
  refusals: {
    unknown: {
      title: 'This link opens nothing',
      text: 'It may be cut off or altered. Take the one in your mail, whole.',
    },
    'not-paid': {
      title: 'Not paid yet',
      text: 'The photos can be downloaded once the payment is sure.',
    },
    revoked: {
      title: 'No longer to be downloaded',
      text: 'The money for this order went back, or its return is demanded.',
    },
    expired: {
      title: 'This link has ended',
      text: 'A link downloads for a limited time. Open the order and have a new one mailed to you.',
    },
    'not-in-order': {
      title: 'Not in this order',
      text: 'This photo, or this size of it, was not bought with this order.',
    },
    'taken-down': {
      title: 'This photo was taken down',
      text: 'Somebody in it asked for that. You get back what it cost: the page of your order says how much.',
    },
    gone: {
      title: 'This photo is gone',
      text: 'The seller deleted it. Write to the seller for a refund.',
    },
  },
  toOrder: 'Open the order',
};
