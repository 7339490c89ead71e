import iconv from 'iconv-lite';

/** What names are made of outside ASCII: Latin letters, and the typographic apostrophe and dashes. */
const NAME_CHARACTERS = /^[\p{ASCII}\u00a0-\u024f\u1e00-\u1eff\u2010-\u2019\u20ac]*$/u;
/** Every letter of Western Europe in UTF-8 begins with one of these, read as Windows-1252. */
const SUSPECT = /[ÂÃÄÅâ]/;

/**
 * Undoes UTF-8 that another program read as Windows-1252 ("GÃ©rard" -> "Gérard"), only
 * when certain: the whole text is such bytes, and what comes out is letters of names.
 * Anything else is returned as it is.
 */
export function repairMojibake(text: string): string {
  if (!SUSPECT.test(text)) return text;
  const bytes = iconv.encode(text, 'windows-1252');
  if (iconv.decode(bytes, 'windows-1252') !== text) return text;
  const repaired = decodeStrictly(bytes);
  return repaired !== undefined && NAME_CHARACTERS.test(repaired) ? repaired : text;
}

function decodeStrictly(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
