import type { UnusedReason } from './column-mapping.js';
import type { Field } from './fields.js';
import type { Clarity, HeaderMeaning } from './header-words.js';
import type { HeaderMatcher } from './match-header.js';

export interface Candidate {
  readonly column: number;
  readonly clarity: Clarity;
}

export interface RecognisedColumns {
  /** Of the fields that are not settled yet. */
  readonly byField: ReadonlyMap<Field, readonly Candidate[]>;
  readonly aside: ReadonlyMap<number, UnusedReason>;
}

type Found = Map<HeaderMeaning, readonly Candidate[]>;

/**
 * Which columns could hold which field, by their headers alone.
 *
 * @param taken columns that are settled already
 * @param settled fields that are settled already, with a column or without
 */
export function recogniseColumns(
  labels: readonly string[],
  match: HeaderMatcher,
  taken: ReadonlySet<number>,
  settled: ReadonlySet<Field>,
): RecognisedColumns {
  const found: Found = new Map();
  labels.forEach((label, column) => {
    const header = taken.has(column) ? undefined : match(label);
    if (header === undefined) return;
    add(found, header.means, [{ column, clarity: header.clarity }]);
  });
  const aside = new Map<number, UnusedReason>();
  putAside(found, 'notKept', 'not-kept', aside);
  settlePlainNames(found, settled);
  for (const meaning of superfluousNames(found, settled))
    putAside(found, meaning, 'less-clear', aside);
  for (const field of settled) putAside(found, field, 'less-clear', aside);
  const byField = new Map<Field, readonly Candidate[]>();
  for (const [meaning, candidates] of found) if (isField(meaning)) byField.set(meaning, candidates);
  return { byField, aside };
}

function isField(meaning: HeaderMeaning): meaning is Field {
  return meaning !== 'familyOrBoth' && meaning !== 'anyName' && meaning !== 'notKept';
}

function add(found: Found, meaning: HeaderMeaning, candidates: readonly Candidate[]): void {
  found.set(meaning, [...(found.get(meaning) ?? []), ...candidates]);
}

function putAside(
  found: Found,
  meaning: HeaderMeaning,
  why: UnusedReason,
  aside: Map<number, UnusedReason>,
): void {
  for (const candidate of found.get(meaning) ?? []) aside.set(candidate.column, why);
  found.delete(meaning);
}

/** "Nom", "Name", "Nombre" and "Nome" get their meaning from the name columns beside them. */
function settlePlainNames(found: Found, settled: ReadonlySet<Field>): void {
  const hasFirst = found.has('firstName') || settled.has('firstName');
  const hasLast = found.has('lastName') || settled.has('lastName');
  for (const plain of ['familyOrBoth', 'anyName'] as const) {
    const candidates = found.get(plain);
    if (candidates === undefined) continue;
    const meaning = meaningOfPlainName(plain, hasFirst, hasLast);
    if (meaning === undefined) continue;
    found.delete(plain);
    add(found, meaning, candidates);
  }
}

function meaningOfPlainName(
  plain: 'familyOrBoth' | 'anyName',
  hasFirst: boolean,
  hasLast: boolean,
): Field | undefined {
  if (hasFirst) return hasLast ? undefined : 'lastName';
  if (!hasLast) return 'name';
  return plain === 'anyName' ? 'firstName' : undefined;
}

/** Two columns with the two names, or one with both, but never the three. What a person settled stays. */
function superfluousNames(found: Found, settled: ReadonlySet<Field>): readonly HeaderMeaning[] {
  const plain = ['familyOrBoth', 'anyName'] as const;
  if (settled.has('name')) return ['lastName', 'firstName', ...plain];
  const hasLast = found.has('lastName') || settled.has('lastName');
  const hasFirst = found.has('firstName') || settled.has('firstName');
  const isChosen = settled.has('lastName') || settled.has('firstName');
  if (isChosen || (hasLast && hasFirst)) return ['name', ...plain];
  return found.has('name') ? ['lastName', 'firstName', ...plain] : plain;
}
