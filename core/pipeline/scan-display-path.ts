const BACKSLASH = 0x5c;

/**
 * Writes a path, which on most systems is any bytes, as text that fits on one line of a terminal
 * or a CSV file. Valid UTF-8 stays readable; control characters, invalid bytes and the backslash
 * itself are escaped (`\n`, `\r`, `\t`, `\xE9`, `\\`), so that `fromDisplayPath` gives back the
 * same bytes.
 */
export function toDisplayPath(path: Uint8Array): string {
  const decoded = Buffer.from(path).toString('utf8');
  const isWhole = Buffer.from(decoded, 'utf8').equals(path);
  return isWhole ? escapeCharacters(decoded) : escapeBytes(Buffer.from(path));
}

export function fromDisplayPath(text: string): Buffer {
  const pieces: Buffer[] = [];
  let at = 0;
  for (const match of text.matchAll(/\\(?:([nrt\\])|x([0-9A-F]{2}))/g)) {
    pieces.push(Buffer.from(text.slice(at, match.index), 'utf8'));
    const [whole, letter, hex] = match;
    pieces.push(
      Buffer.from(hex === undefined ? (UNESCAPED.get(letter ?? '') ?? []) : [parseInt(hex, 16)]),
    );
    at = match.index + whole.length;
  }
  pieces.push(Buffer.from(text.slice(at), 'utf8'));
  return Buffer.concat(pieces);
}

const UNESCAPED: ReadonlyMap<string, number[]> = new Map([
  ['n', [0x0a]],
  ['r', [0x0d]],
  ['t', [0x09]],
  ['\\', [BACKSLASH]],
]);

/** C0 and C1 controls, and the marks that reverse text or end a line where nobody sees them. */
const UNSAFE = /[\p{Cc}\\\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

function escapeCharacters(text: string): string {
  return text.replace(UNSAFE, (character) =>
    [...Buffer.from(character, 'utf8')].map(escapeByte).join(''),
  );
}

/** Keeps what is valid UTF-8 between the bytes that are not. */
function escapeBytes(bytes: Buffer): string {
  let text = '';
  for (let at = 0; at < bytes.length;) {
    const length = characterLength(bytes, at);
    text +=
      length === 0
        ? escapeByte(bytes[at]!)
        : escapeCharacters(bytes.toString('utf8', at, at + length));
    at += Math.max(length, 1);
  }
  return text;
}

/** Bytes of the well-formed UTF-8 character that begins here; 0 if there is none. */
function characterLength(bytes: Buffer, at: number): number {
  for (let length = 1; length <= 4 && at + length <= bytes.length; length += 1) {
    const piece = bytes.subarray(at, at + length);
    const decoded = piece.toString('utf8');
    if (Buffer.from(decoded, 'utf8').equals(piece)) return length;
  }
  return 0;
}

function escapeByte(byte: number): string {
  if (byte === 0x0a) return '\\n';
  if (byte === 0x0d) return '\\r';
  if (byte === 0x09) return '\\t';
  if (byte === BACKSLASH) return '\\\\';
  return `\\x${byte.toString(16).toUpperCase().padStart(2, '0')}`;
}
