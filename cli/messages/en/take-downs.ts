import { counted, type Count } from '../count.js';

/** What `takedowns` says. */
export const takeDowns = {
  columns: {
    reference: 'Reference',
    state: 'State',
    time: 'Asked',
    event: 'Event',
    photo: 'Photo',
    buyers: 'Buyers',
    reason: 'What they wrote',
    email: 'Who asked',
    network: 'From',
    decided: 'Decided',
  },
  states: {
    unconfirmed: 'not confirmed',
    standing: 'hidden',
    sold: 'hidden, sold: decide',
    held: 'too many: decide',
    accepted: 'accepted',
    undone: 'shown again',
  },
  none: 'No photo is taken down.',
  shown: (photos: Count) => `The public sees ${counted(photos, 'photo', 'photos')} again.`,
  wouldShow: (photos: Count) => `The public would see ${counted(photos, 'photo', 'photos')} again.`,
  stillHidden: (photos: Count) =>
    `${counted(photos, 'photo stays', 'photos stay')} hidden, because others asked for it too: focusracer takedowns list`,
  nothingToUndo: 'Nothing to undo: it was undone before, or no request fits.',
  accepted: (photos: Count, orders: Count, refund: string) =>
    `${counted(photos, 'photo is', 'photos are')} hidden from everybody. Told, and paid back: ${counted(orders, 'order', 'orders')}, ${refund}`,
  wouldAccept: (photos: Count, orders: Count, refund: string) =>
    `${counted(photos, 'photo', 'photos')} would be hidden from everybody. To be told, and paid back: ${counted(orders, 'order', 'orders')}, ${refund}`,
  nothingToAccept: 'Nothing to accept: it was decided before, or no request fits.',
  refundsWait: (refunds: Count) =>
    `${counted(refunds, 'refund waits', 'refunds wait')}: the storefront (focusracer serve) tries again by itself. focusracer orders show says more of an order.`,
  twoChoices: 'A reference names one request already: leave --event, --since and --address out',
  badTime: (text: string) => `"${text}" is no time. Write 2h, 30m, 3d, or a day: 2026-05-17.`,
  help: {
    summary: 'list the photos that visitors took down, and decide about them',
    reference: 'the reference of one request, as in its mail and in the list',
    dryRun: 'say what would change, and change nothing',
    choice: {
      since: 'only those asked for since then: 2h, 30m, 3d, or a day such as 2026-05-17',
      address: 'only those of this e-mail address, or of the network that the list shows',
    },
    list: {
      summary: 'list the photos that visitors took down, the latest first',
      waiting: 'only those that wait for a decision: of sold photos, or too many at once',
      all: 'also those that were shown again, and those that were not confirmed',
      examples: [
        ['takedowns list --event summer-10k', 'with the reference of each'],
        ['takedowns list --waiting', 'what is to be decided'],
      ],
    },
    accept: {
      summary: 'let take-downs stand for buyers too, who are told and paid back their share',
      examples: [
        ['takedowns accept 7F3A09C2', ''],
        ['takedowns accept --event summer-10k --since 3d --dry-run', 'what it would cost'],
      ],
    },
    undo: {
      summary: 'show photos again; leave hidden what somebody in the photo asked for',
      examples: [
        ['takedowns undo 7F3A09C2', ''],
        ['takedowns undo --event summer-10k --since 2h --address prank@example.org', 'a prank'],
      ],
    },
  },
};
