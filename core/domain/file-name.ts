/**
 * A name under which every system of a buyer's can save a file: Windows, macOS, Linux, Android.
 * Never a path, never hidden; `fallback` where nothing of the name is left.
 *
 * @param ending takes the place of the extension: `-web.jpg`
 */
export function safeFileName(name: string, fallback: string, ending?: string): string {
  const clean = trimmed(name.normalize('NFC').replace(REFUSED, '_'));
  const parts = splitName(noDevice(clean === '' ? fallback : clean));
  const short = shortened(ending === undefined ? parts : { ...parts, extension: ending });
  // Cut at a space, "con      race.jpg" would be a device after all.
  return noDevice(trimmed(short));
}

/** Windows takes these for devices, whatever extension follows: no program can open such a file. */
function noDevice(name: string): string {
  return DEVICE.test(name) ? `_${name}` : name;
}

/** "IMG_1.JPG" in two; a name that only begins with a dot has no extension. */
function splitName(name: string): { readonly stem: string; readonly extension: string } {
  const dot = name.lastIndexOf('.');
  return dot <= 0
    ? { stem: name, extension: '' }
    : { stem: name.slice(0, dot), extension: name.slice(dot) };
}

/**
 * Names for one folder, in the same order: of names that are one to Windows or macOS (by case, or by
 * how an accent is written) the second becomes `name (2).jpg`.
 */
export function distinctNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  const nextCopy = new Map<string, number>();
  return names.map((name) => {
    const { stem, extension } = splitName(name);
    let free = name;
    let copy = nextCopy.get(foldName(name)) ?? 2;
    for (; taken.has(foldName(free)); copy += 1) free = `${stem} (${copy})${extension}`;
    // Of a thousand equal names each would try all that were before it.
    nextCopy.set(foldName(name), copy);
    taken.add(foldName(free));
    return free;
  });
}

/** Control and format characters, lone surrogates, and what Windows refuses or any system takes for a path. */
const REFUSED = /[\p{Cc}\p{Cf}\p{Cs}\uFFFD\\/:*?"<>|]/gu;

/** https://learn.microsoft.com/windows/win32/fileio/naming-a-file */
const DEVICE = /^(?:con|prn|aux|nul|conin\$|conout\$|clock\$|(?:com|lpt)[\d¹²³])\s*(?:\.|$)/i;

/**
 * Systems take 255 units of a name, some 143 bytes (encrypted home folders); this leaves room for
 * what is added to it.
 */
const MOST_BYTES = 120;
/** A longer one is no extension but the end of a sentence. */
const MOST_EXTENSION_BYTES = 16;

function shortened({ stem, extension }: ReturnType<typeof splitName>): string {
  const name = stem + extension;
  if (Buffer.byteLength(name) <= MOST_BYTES) return name;
  if (Buffer.byteLength(extension) > MOST_EXTENSION_BYTES) return firstBytes(name, MOST_BYTES);
  return firstBytes(stem, MOST_BYTES - Buffer.byteLength(extension)) + extension;
}

/** Whole characters only, as people see them. */
function firstBytes(text: string, bytes: number): string {
  let room = bytes;
  let kept = '';
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    room -= Buffer.byteLength(segment);
    if (room < 0) break;
    kept += segment;
  }
  return kept.trimEnd();
}

/** Windows drops dots and spaces at the end, and Unix hides what begins with a dot. */
function trimmed(name: string): string {
  return name.replace(/^[\s.]+|[\s.]+$/g, '');
}

function foldName(name: string): string {
  return name.normalize('NFC').toUpperCase().toLowerCase();
}
