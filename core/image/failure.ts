/** A file that could not be read as a photo. Says why, and leaves the run going. */
export interface Failure {
  readonly kind: 'failed';
  /** A phrase for the photographer, without a full stop. */
  readonly reason: string;
}

/** What the codecs report, and what it means to the person who owns the file. First match wins. */
const MEANINGS: readonly (readonly [pattern: RegExp, reason: string])[] = [
  [
    /exceeds pixel limit|Image size limit|too large|dimensions exceed/i,
    'it has more pixels than the limit allows',
  ],
  [/unsupported image format|corrupt header|bad header/i, 'the beginning of the file is damaged'],
];

/**
 * The codec's words are left out here: libvips gathers its warnings in one place for all threads, so
 * that they come along or not by chance, and the same file must always fail for the same reason.
 */
const DAMAGED = {
  pattern:
    /premature end of JPEG|unexpected end|read error|outside of file bounds|unable to parse image|end of (?:stream|file)|truncated|warning treated as error/i,
  reason: 'the file is cut short or damaged',
} as const;

/**
 * Turns what a codec threw into a failure that a person understands; the codec's own words follow
 * in brackets, one line of them, because they are what a search engine knows.
 */
export function failureOf(error: unknown): Failure {
  const message = error instanceof Error ? error.message : String(error);
  if (DAMAGED.pattern.test(message)) return { kind: 'failed', reason: DAMAGED.reason };
  // libvips repeats "source: bad seek" for every attempt before it says what is wrong.
  const lines = message.split('\n').filter((line) => line !== '' && !line.includes('bad seek'));
  const detail = (lines[0] ?? message).trim().slice(0, 160);
  const meaning = MEANINGS.find(([pattern]) => pattern.test(message))?.[1];
  return { kind: 'failed', reason: `${meaning ?? 'the picture cannot be decoded'} (${detail})` };
}
