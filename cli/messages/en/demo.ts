/** What `demo` says: a shop to try, and what to try in it. */
export const demo = {
  help: {
    summary: 'try it: open a shop with a made-up race and test money, in a data home of its own',
    port: 'port to listen on; 0 takes a free one',
    noOpen: 'do not open the browser',
    examples: [
      ['demo', 'fills the shop at first use, about half a minute'],
      ['demo --port 4799 --no-open', 'only says where it is'],
    ],
  },
  preparing: (home: string) =>
    `Filling a shop to try, in ${home} (about half a minute at first use)`,
  ready: (shop: DemoShop) => [
    `The shop is open: ${shop.url}`,
    '',
    `  1. Find a runner: ${shop.event}?q=${shop.bib} (or the name ${shop.name})`,
    '  2. Put photos into the cart; watch what two or five of them cost.',
    '  3. Buy as a guest with any e-mail address. Test cards: one that pays, one that is declined, one that asks the bank.',
    `  4. Read the mail with the download link: ${shop.outbox}`,
    '',
    'Test money only; nothing leaves this machine. Ctrl-C closes the shop.',
  ],
  stopping: 'Closing the shop',
  stopped: 'The shop is closed. The same command opens it again as it was.',
  goOn: 'Nothing is lost: the same command goes on.',
  selfie: {
    legalBasis: 'Consent, for trying (demo)',
    notice:
      'Your picture is compared with the faces of this made-up race, in memory, and forgotten at once.',
  },
};

interface DemoShop {
  readonly url: string;
  readonly event: string;
  readonly outbox: string;
  readonly bib: string;
  readonly name: string;
}
