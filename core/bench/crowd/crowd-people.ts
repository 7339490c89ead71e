import type { CrowdAnswer, CrowdClient, CrowdRequest } from './crowd-client.js';
import { formFields, markedLink, photoLinks } from './crowd-links.js';

/** What somebody does, page after page; what is yielded is a pause in milliseconds. */
export type Play = AsyncGenerator<number, void>;

export interface Person {
  readonly client: CrowdClient;
  readonly slug: string;
  readonly random: () => number;
}

export interface Shopper extends Person {
  readonly bib: string;
  readonly email: string;
  /** Told when the order is placed, and when it is paid. */
  note(done: 'placed' | 'paid'): void;
}

const MOST_PHOTOS = 6;

/** Searches a bib, looks at its photos, buys one, and sees the order. */
export async function* shop(shopper: Shopper): Play {
  const { client, slug, bib, random } = shopper;
  const event = `/events/${slug}`;
  yield* open(shopper, { kind: 'event', path: event });
  const found = yield* open(shopper, { kind: 'search', path: `${event}?q=${bib}` });
  const photos = photoLinks(found.body).slice(0, 2 + Math.floor(random() * MOST_PHOTOS));
  let last = found;
  for (const path of photos) last = yield* open(shopper, { kind: 'photo', path });
  const cart = formFields(last.body, /\/cart$/);
  const photoId = photos.at(-1)?.match(/[0-9a-f-]{36}/)?.[0];
  if (cart === undefined || photoId === undefined) return;
  yield* send(shopper, {
    kind: 'cart',
    path: cart.action,
    fields: { ...cart.fields, photoId, size: 'hd', returnTo: '' },
  });
  const checkout = yield* open(shopper, { kind: 'checkout', path: `${event}/checkout` });
  const order = formFields(checkout.body, /\/checkout$/);
  if (order === undefined) return;
  const fields = { ...order.fields, email: shopper.email, waiver: 'accepted' };
  const payment = yield* send(shopper, { kind: 'checkout', path: order.action, fields });
  const choice = formFields(payment.body, /^\/pay\/test\//);
  if (choice === undefined) return;
  shopper.note('placed');
  const paid = await client.ask({
    kind: 'payment',
    path: choice.action,
    fields: { ...choice.fields, outcome: 'paid' },
  });
  if (paid.location === undefined) return;
  const shown = yield* open(shopper, { kind: 'order', path: paid.location });
  if (shown.status === 200) shopper.note('paid');
}

/** Goes from the first photo to the next, 1.6 a second, without a search. */
export async function* leaf({ client, slug, random }: Person, photos: number): Play {
  const event = await client.ask({ kind: 'event', path: `/events/${slug}` });
  yield 2000 + random() * 4000;
  let [path] = photoLinks(event.body);
  for (let seen = 0; seen < photos && path !== undefined; seen += 1) {
    const page = await client.ask({ kind: 'photo', path });
    path = markedLink(page.body, 'data-next');
    yield 400 + random() * 450;
  }
}

async function* open(person: Person, request: CrowdRequest): AsyncGenerator<number, CrowdAnswer> {
  const answer = await person.client.ask(request);
  yield 2000 + person.random() * 4000;
  return answer;
}

/** Sends a form and reads the page that it leads to. */
async function* send(person: Person, form: CrowdRequest): AsyncGenerator<number, CrowdAnswer> {
  const answer = await person.client.ask(form);
  if (answer.location === undefined) return answer;
  const { pathname, search } = new URL(answer.location, 'http://localhost');
  const kind = pathname.startsWith('/pay/') ? 'payment' : form.kind;
  return yield* open(person, { kind, path: `${pathname}${search}` });
}
