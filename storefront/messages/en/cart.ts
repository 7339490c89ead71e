/** The cart: photos of one event, and what they cost together. */
export const cart = {
  title: 'Your cart',
  sponsored: {
    free: (sponsor: string) => `One photo of web size is free, in the frame of ${sponsor}.`,
    priced: (sponsor: string, price: string) =>
      `One photo of web size for ${price}, in the frame of ${sponsor}.`,
    taken: 'This one. Take its original if you want it without the frame.',
    alt: 'The photo in the sponsor’s frame',
  },
  titles: 'Your carts',
  several: 'Photos of each event are bought for themselves.',
  closed: (event: string) => `The photos of ${event} are not sold any more`,
  closedText: (photos: number) =>
    photos === 1
      ? 'The event was archived, and the photo in your cart with it. What you bought before stays on the page of your order.'
      : `The event was archived, and the ${photos} photos in your cart with it. What you bought before stays on the page of your order.`,
  left: (photos: number) =>
    photos === 1 ? 'A photo has left your cart' : `${photos} photos have left your cart`,
  leftPhoto: (time: string | undefined) =>
    time === undefined ? 'One photo.' : `The photo of ${time}.`,
  leftMore: (photos: number) => (photos === 1 ? 'And 1 more.' : `And ${photos} more.`),
  notProven:
    'So many photos of so many runners: this is the cheapest combination that we found, but there may be a cheaper one.',
  link: (photos: number) => (photos === 0 ? 'Cart' : `Cart (${photos})`),
  emptyTitle: 'Nothing in it yet',
  emptyAdvice: 'Find your photos by bib, name or time, and add the ones you want to keep.',
  findPhotos: 'Find my photos',
  backToPhotos: 'Add more photos',
  photoCount: (photos: number) => (photos === 1 ? '1 photo' : `${photos} photos`),
  andMore: (photos: number) =>
    photos === 1
      ? 'And 1 more photo, counted in the price.'
      : `And ${photos} more photos, counted in the price.`,
  sizes: {
    hd: (pixels: string) => `Original, ${pixels}`,
    web: (pixels: string) => `Web size, ${pixels}`,
  },
  upgraded: (pixels: string) => `Original, ${pixels}: the pack includes it`,
  photoOfBibs: (bibs: string, count: number) => (count === 1 ? `Bib ${bibs}` : `Bibs ${bibs}`),
  photoWithoutBib: 'Photo without a bib',
  inPack: (pack: string) => `in “${pack}”`,
  toggles: { hd: 'Take the original', web: 'Take web size' },
  remove: 'Remove',
  removePhoto: (position: number) => `Remove photo ${position}`,
  empty: 'Empty the cart',
  photoAlt: (position: number) => `Photo ${position} in your cart`,
  lines: {
    photos: (quantity: number) => (quantity === 1 ? 'Single photo' : `Pack of ${quantity} photos`),
    'all-of-mine': (bib: string) =>
      bib === '' ? 'All photos of a bib' : `All photos of bib ${bib}`,
    sponsored: 'Photo with the sponsor’s frame',
  },
  lineSizes: { hd: 'HD', web: 'web' },
  usedFor: (photos: number) => (photos === 1 ? 'for 1 photo' : `for ${photos} photos`),
  summaryTitle: 'What it costs',
  bestPrice: 'The cheapest combination of packs, worked out for you.',
  subtotal: 'Photos',
  discount: (code: string) => `Discount ${code}`,
  serviceFee: 'Service fee, per order',
  total: 'Total',
  vatIncluded: (rate: string, amount: string) => `Includes ${amount} VAT (${rate}).`,
  vatNone: 'No VAT is charged.',
  free: 'Free',
  code: 'Discount code',
  applyCode: 'Apply',
  removeCode: 'Remove the code',
  codeProblems: {
    unknown: (code: string) => `There is no code “${code}” for this event.`,
    expired: (code: string) => `The code “${code}” is not valid any more.`,
    'used-up': (code: string) => `The code “${code}” has reached its limit.`,
    'used-by-person': (code: string) => `You have used the code “${code}” already.`,
    'used-for-bib': (code: string) => `The code “${code}” was used for this runner already.`,
    'used-today': (code: string) => `The code “${code}” is used up for today.`,
  },
  /** Why a pack is not in the price that would make it cheaper. */
  withheld: {
    person: (pack: string) =>
      `${pack}: you have reached the limit of this offer. The price is without it.`,
    bib: (pack: string) =>
      `${pack}: this offer has reached its limit for this runner. The price is without it.`,
    day: (pack: string) =>
      `${pack}: this offer is used up for today. The price is without it; tomorrow there is more.`,
  },
  hints: {
    free: (more: number) =>
      more === 1 ? 'One more photo costs you nothing.' : `${more} more photos cost you nothing.`,
    cheaper: (more: number, quantity: number, total: string) =>
      more === 1
        ? `One more photo and the pack of ${quantity} makes it cheaper: ${total} in all.`
        : `${more} more photos and the pack of ${quantity} makes it cheaper: ${total} in all.`,
    pack: (more: number, quantity: number, extra: string, without: string) =>
      more === 1
        ? `One more photo for ${extra} with the pack of ${quantity}; without the pack you would pay ${without} in all.`
        : `${more} more photos for ${extra} with the pack of ${quantity}; without the pack you would pay ${without} in all.`,
    allOfMine: (photos: number, bib: string, extra: string) =>
      `All ${photos} photos of bib ${bib}: only ${extra} more.`,
    allOfMineCheaper: (photos: number, bib: string, total: string) =>
      `All ${photos} photos of bib ${bib} cost less than this cart: ${total} in all.`,
    addAll: (bib: string) => `Add all of bib ${bib}`,
  },
  checkout: 'Go to checkout',
  paused:
    'Not on sale for the moment: payments for these photos are not possible right now. Your cart is kept; please come back in a while.',
  refusalsTitle: 'Some photos cannot be bought any more',
  refusals: {
    'unknown-photo': 'It is not there any more.',
    'other-event': 'It belongs to another event.',
    'not-kept': 'It was withdrawn by the photographer.',
    'taken-down': 'It was taken down at the wish of somebody in it.',
    'not-for-sale': 'It is not sold in this size.',
    'used-up': 'The offer that would pay for it has reached its limit.',
  },
  removeRefused: 'Take them out of the cart',
  tooMany: (limit: string) => `A cart holds at most ${limit} photos.`,
  added: (photos: number) =>
    photos === 1 ? 'The photo is in your cart.' : `${photos} photos are in your cart.`,
};
