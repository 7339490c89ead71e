/** Having a photo hidden: the form, the mailed link, and what becomes of it. */
export const takeDown = {
  title: 'Hide this photo',
  leads: {
    confirmed:
      'You are in it and do not want it to be public? That is your right, and you need no reason. Leave your e-mail address: we send you a link, and a press on the page it opens hides the photo.',
    'at-once':
      'You are in it and do not want it to be public? That is your right, and you need no reason. It is hidden as soon as you send this, and a mail tells you so.',
    proven:
      'You are in it and do not want it to be public? That is your right, and you need no reason. You have shown that this address is yours: it is hidden as soon as you send this.',
  },
  email: 'Your e-mail',
  emailHint: 'For this alone: nobody sees it but whoever runs the shop and the photographer.',
  reason: 'Why (not needed)',
  send: { confirmed: 'Send me the link', 'at-once': 'Hide it now', proven: 'Hide it now' },
  noEmail: (contact: string) => `No e-mail? Write or call, and name this photo: ${contact}`,
  noEmailNoContact:
    'No e-mail? Turn to the photographer or to the organiser of the race, and name this photo.',
  photo: (id: string) => `Number of the photo: ${id}`,
  tooOften:
    'Ten mails went to this address today. Follow the link in one of them: after that, photos that you hide on the same device need no other mail.',
  badEmail: 'That is not an e-mail address. It looks like name@example.org.',
  asked: {
    title: 'Look into your mail',
    lead: 'We have sent you a link. Nothing has changed yet: the photo stays in the gallery until you press the button on the page that the link opens.',
    hint: 'Nothing came? Look into spam. The link works for three days.',
  },
  confirm: {
    title: 'Hide this photo?',
    lead: (event: string) =>
      `Once you press the button, this photo of ${event} can be found and bought no more.`,
    button: 'Yes, hide it',
    alt: 'The photo that is to be hidden',
  },
  done: {
    hidden: {
      title: 'The photo is hidden',
      lead: 'Thank you for telling us. It can be found and bought no more. Copies that browsers keep are gone within ten minutes.',
    },
    held: {
      title: 'A person looks at it',
      lead: 'Thank you for telling us. So many photos were to be hidden within a day that a person looks at yours first. Until then the photo stays where it is; we have told the photographer.',
    },
    undone: {
      title: 'The photo is shown again',
      lead: 'It was hidden as you asked, and the photographer has shown it again. If you are in it, turn to us: you may object.',
    },
  },
  reference: (reference: string) => `Should you write about it, name ${reference}.`,
  over: {
    title: 'This link has ended',
    lead: 'A link works once, for three days. Nothing was changed by it. You can ask for another one on the page of the photo.',
  },
  back: 'Back to the photos',
  backHome: 'Back to the start',
};
