/** What `selling`, `publish` and `event show` say of whether the shop sells. */
export const selling = {
  sells: 'The shop sells: the payment provider takes money.',
  paused: (since: string, reason: string) =>
    `Nothing is sold since ${since}: the payment provider takes no money for the account that sells (${reason}).`,
  pausedNext: 'focusracer selling --resume asks it again; the shop does so by itself, too.',
  resumed: 'The shop sells again.',
  help: {
    summary: 'say whether the shop sells, or the payment provider takes no money for it',
    resume: 'ask the payment provider now, and sell again where it takes money',
    examples: [['selling --resume', 'after the account was put right']],
  },
};
