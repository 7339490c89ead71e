import { foldText } from '../domain/entry-text.js';
import type { Sex } from '../domain/entry.js';

/** Folded: French, English, German, Spanish, Italian. */
const WORDS: Readonly<Record<Sex, string>> = {
  F: 'f|femme|femmes|feminin|feminine|female|woman|women|girl|w|weiblich|frau|damen|dame|mujer|femenino|donna|donne|femmina|femminile|mme|mlle|madame|mademoiselle|ms|mrs|miss|sra|signora',
  M: 'm|h|homme|hommes|masculin|male|man|men|boy|mannlich|herr|herren|mann|hombre|masculino|varon|uomo|uomini|maschio|maschile|u|mr|monsieur|sr|signor',
  X: 'x|nb|non binaire|non binary|nonbinary|autre|other|divers|d|otro|altro',
};

export type SexReader = (cell: string) => Sex | undefined;

/**
 * Reads a sex column by all of its values: one letter means different things in different
 * languages. "M" is mujer beside "H" when no other letter stands for women; "D" is dame or
 * donna where nothing else does.
 */
export function createSexReader(values: Iterable<string>): SexReader {
  const used = new Set<string>();
  for (const value of values) used.add(foldText(value));
  const codes = new Map<string, Sex>();
  for (const sex of ['F', 'M', 'X'] as const)
    for (const word of WORDS[sex].split('|')) codes.set(word, sex);
  const hasWomen = [...used].some((value) => codes.get(value) === 'F');
  if (!hasWomen && used.has('h') && used.has('m')) codes.set('m', 'F');
  else if (!hasWomen) codes.set('d', 'F');
  return (cell) => codes.get(foldText(cell));
}
