import { formatWait } from '../duration.js';

/** What a visitor reads when something went wrong: what happened, and what to do. */
export const errors = {
  pages: {
    'bad-request': {
      title: 'That did not work',
      advice:
        'Something in the request is not right. Go back, look at what you typed, and try again.',
    },
    forbidden: {
      title: 'Not with this link',
      advice: 'This page is not open to you. If a link brought you here, it may have expired.',
    },
    'stale-form': {
      title: 'This page had been open too long',
      advice: 'For your safety the form was not accepted. Go back, reload the page and try again.',
    },
    'not-found': {
      title: 'Nobody at this address',
      advice:
        'The page was moved, taken down, or never existed. Your photos may be one search away.',
    },
    conflict: {
      title: 'Somebody was faster',
      advice: 'Things changed while you were here. Reload the page and try again.',
    },
    'too-large': {
      title: 'Too much at once',
      advice: 'What you sent is larger than we take. Send something smaller.',
    },
    'too-many': {
      title: 'Catch your breath',
      advice: 'That was a lot of requests in a short time.',
    },
    unavailable: {
      title: 'Back in a moment',
      advice:
        'A part of the shop does not answer right now. Nothing is lost: try again in a minute.',
    },
    bug: {
      title: 'We stumbled',
      advice:
        'Something on our side went wrong. Try again; if it happens again, send us this number.',
    },
  },
  tryAgainIn: (seconds: number) => `Try again in ${formatWait(seconds, 'en')}.`,
  tooMany: {
    photos:
      'Many photos were opened from your network in a short time. Search by bib or name, and your photos open at once.',
    countdown: (time: string) => `Try again in ${time}.`,
    comesByItself: 'The page comes by itself.',
    keptForm: 'Nothing is lost: what you filled in is sent again then.',
    lostForm: 'Nothing was sent: go back and send it again then.',
    sendAgain: 'Send again',
    search: 'Search for my photos',
    home: 'To the home page',
  },
  reference: (id: string) => `Reference: ${id}`,
  toEvents: 'Find your race',
};
