import { FocusError } from '../../errors.js';

const SEGMENT = /^[A-Za-z0-9._-]{1,255}$/;
const LONGEST_KEY = 512;

/** FocusError `input` `object.bad-key` unless the key is one the port allows. */
export function checkKey(key: string): void {
  const isGood = key.length <= LONGEST_KEY && key.split('/').every(isSegment);
  if (!isGood) throw badKey(key);
}

/** A prefix ends anywhere, also in the middle of a segment; the segments before that must be whole. */
export function checkPrefix(prefix: string): void {
  const segments = prefix.split('/');
  const last = segments.pop() ?? '';
  const isGood =
    prefix.length <= LONGEST_KEY &&
    segments.every(isSegment) &&
    (last === '' || SEGMENT.test(last));
  if (!isGood) throw badKey(prefix);
}

function isSegment(segment: string): boolean {
  return SEGMENT.test(segment) && segment !== '.' && segment !== '..';
}

function badKey(key: string): FocusError {
  return new FocusError(
    'input',
    'object.bad-key',
    `Not an object key: ${JSON.stringify(key.slice(0, LONGEST_KEY))}`,
    {
      hint: 'Keys are segments of letters, digits, ".", "_" and "-", joined by "/".',
    },
  );
}
