import { isDeepStrictEqual } from 'node:util';

type Json = unknown;
type JsonRecord = Readonly<Record<string, Json>>;

/**
 * What two requests of one visitor at the same time leave behind: what is stored now, with what this
 * request changed. Records are merged key by key, lists entry by entry; of two new values for
 * one thing the later request's wins.
 *
 * @param base what this request found
 * @param mine what it made of it
 * @param stored what is there now, perhaps by another request
 */
export function mergeSession(base: JsonRecord, mine: JsonRecord, stored: JsonRecord): JsonRecord {
  const keys = new Set([...Object.keys(stored), ...Object.keys(mine)]);
  const merged = [...keys].flatMap((key): [string, Json][] => {
    const value = mergeValue(own(base, key), own(mine, key), own(stored, key));
    return value === undefined ? [] : [[key, value]];
  });
  return Object.fromEntries(merged);
}

function mergeValue(base: Json, mine: Json, stored: Json): Json {
  if (isDeepStrictEqual(base, stored)) return mine;
  if (isDeepStrictEqual(base, mine)) return stored;
  // What one of them emptied away is empty to the other.
  const lists = [base ?? [], mine ?? [], stored ?? []] as const;
  if (areLists(lists)) return mergeLists(...lists);
  const records = [base ?? {}, mine ?? {}, stored ?? {}] as const;
  return areRecords(records) ? mergeSession(...records) : mine;
}

type Three<T> = readonly [T, T, T];

function areLists(values: Three<Json>): values is Three<readonly Json[]> {
  return values.every((value) => Array.isArray(value));
}

function areRecords(values: Three<Json>): values is Three<JsonRecord> {
  return values.every(isRecord);
}

function mergeLists(...lists: Three<readonly Json[]>): Json[] {
  const [base, mine, stored] = lists.map((list) =>
    Object.fromEntries(list.map((entry) => [nameOf(entry), entry])),
  );
  return Object.values(mergeSession(base ?? {}, mine ?? {}, stored ?? {}));
}

/** A photo is in a list once, in whatever size. */
function nameOf(entry: Json): string {
  return isRecord(entry) && typeof entry.photoId === 'string'
    ? entry.photoId
    : JSON.stringify(entry);
}

/** Names such as `__proto__` come from addresses. */
function own(record: JsonRecord, key: string): Json {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

function isRecord(value: Json): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
