/** What `takedowns` says. */
export const takeDowns = {
  columns: {
    reference: 'Reference',
    time: 'Taken down',
    event: 'Event',
    photo: 'Photo',
    reason: 'What they wrote',
    email: 'Who asked',
    shown: 'Shown again',
  },
  none: 'No photo is taken down.',
  shown: (photo: string, event: string) => `The public sees ${photo} of ${event} again.`,
  wasShown: (photo: string, event: string) => `${photo} of ${event} was shown already.`,
  help: {
    summary: 'list the photos that visitors took down, and show one again',
    list: {
      summary: 'list the photos that are hidden at the wish of a visitor, the latest first',
      all: 'also those that were shown again',
      examples: [['takedowns list --event summer-10k', 'with the reference of each']],
    },
    undo: {
      summary: 'show a photo again; leave it hidden where whoever asked is in it',
      reference: 'the reference of the request, as in its mail and in the list',
      examples: [['takedowns undo 7F3A09C2', '']],
    },
  },
};
