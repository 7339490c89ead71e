import type { PublicEvent, Shop, TakeDownState } from '../../core/index.js';
import type { Words } from '../messages/messages.js';

type Contact = Pick<Shop['settings'], 'operatorEmail' | 'operatorAddress'>;

export interface TakeDownFormOptions {
  readonly event: Pick<PublicEvent, 'slug' | 'takeDowns'>;
  readonly photoId: string;
  /** Which the visitor reads, as a mailed link has shown. */
  readonly provenEmail: string | undefined;
  readonly settings: Contact;
  /** What was typed before, and what is wrong with it. */
  readonly typed?: { readonly email: string; readonly reason: string; readonly problem: string };
  readonly words: Words;
}

export type TakeDownFormModel = ReturnType<typeof takeDownFormModel>;

export function takeDownFormModel(options: TakeDownFormOptions) {
  const { event, photoId, provenEmail, settings, typed, words } = options;
  const way = provenEmail === undefined ? event.takeDowns : 'proven';
  return {
    action: `/events/${event.slug}/photos/${photoId}/take-down`,
    lead: words.takeDown.leads[way],
    send: words.takeDown.send[way],
    email: typed?.email ?? provenEmail ?? '',
    reason: typed?.reason ?? '',
    problem: typed?.problem,
    noEmail: noEmailNote(settings, words),
    photo: words.takeDown.photo(photoNumber(photoId)),
  };
}

/** Whoever has no e-mail is told whom to turn to: by telephone or by post, as the operator says. */
function noEmailNote({ operatorEmail, operatorAddress }: Contact, { takeDown }: Words): string {
  const contact = [operatorEmail, operatorAddress].filter((part) => part !== undefined).join(', ');
  return contact === '' ? takeDown.noEmailNoContact : takeDown.noEmail(contact);
}

/** Short enough to be read out on the telephone. */
function photoNumber(photoId: string): string {
  return photoId.slice(0, 8).toUpperCase();
}

/** What the visitor sees of a request; of sold photos it is not theirs to know who bought them. */
export type TakeDownOutcome = 'asked' | 'hidden' | 'held' | 'undone';

const OUTCOMES = {
  unconfirmed: 'asked',
  standing: 'hidden',
  sold: 'hidden',
  accepted: 'hidden',
  held: 'held',
  undone: 'undone',
} as const satisfies Record<TakeDownState, TakeDownOutcome>;

export function outcomeOf(state: TakeDownState): TakeDownOutcome {
  return OUTCOMES[state];
}

export function readOutcome(text: unknown): TakeDownOutcome | undefined {
  return Object.values(OUTCOMES).find((one) => one === text);
}

export function takeDownOutcomeModel(
  outcome: TakeDownOutcome,
  {
    slug,
    reference,
    settings,
    words,
  }: {
    readonly slug: string;
    readonly reference: string | undefined;
    readonly settings: Contact;
    readonly words: Words;
  },
) {
  const { takeDown } = words;
  const { title, lead } = outcome === 'asked' ? takeDown.asked : takeDown.done[outcome];
  const notes = [
    outcome === 'asked' ? takeDown.asked.hint : undefined,
    reference === undefined ? undefined : takeDown.reference(reference),
    outcome === 'hidden' ? undefined : noEmailNote(settings, words),
  ].filter((note) => note !== undefined);
  return { outcome, title, lead, notes, href: `/events/${slug}`, link: takeDown.back };
}
