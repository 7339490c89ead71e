/** Who has to act: see EXIT_CODES for what each kind means to a script. */
export type ErrorKind =
  | 'input' // the caller's arguments or files
  | 'config' // the installation's settings
  | 'not-found'
  | 'forbidden'
  | 'conflict' // another process or an existing record stands in the way
  | 'unavailable' // a disk, database or service does not answer: try again later
  | 'interrupted'; // stopped on request, the work in hand was finished

/** Process exit codes, documented in docs/cli.md. 1 is a bug in the program. */
export const EXIT_CODES = {
  input: 2,
  'not-found': 3,
  conflict: 4,
  forbidden: 5,
  unavailable: 6,
  config: 78,
  interrupted: 130,
} as const satisfies Record<ErrorKind, number>;

/** An error that a person can act on. Any other thrown value is a bug. */
export class FocusError extends Error {
  readonly kind: ErrorKind;
  /** Stable, dotted, machine-readable: `startlist.no-bib-column`. */
  readonly code: string;
  /** What to do next, as a sentence. */
  readonly hint: string | undefined;
  /** Of kind `unavailable`: when it is worth another try, where that is known. */
  readonly retryAfterSeconds: number | undefined;

  constructor(
    kind: ErrorKind,
    code: string,
    message: string,
    options: { hint?: string; retryAfterSeconds?: number; cause?: unknown } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'FocusError';
    this.kind = kind;
    this.code = code;
    this.hint = options.hint;
    this.retryAfterSeconds = options.retryAfterSeconds;
  }
}
