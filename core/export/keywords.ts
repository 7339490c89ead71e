import type { ExportedTag } from '../db/queries/export-files.js';

/** What a tag contributes: the plain bib ("1234"), the participant's name ("Zoé Müller"). */
export type KeywordKind = 'bib' | 'name';

export const KEYWORD_KINDS = ['bib', 'name'] as const satisfies readonly KeywordKind[];

/** The keywords of a photo, in the order of its tags, none twice. */
export function keywordsOf(
  tags: readonly Pick<ExportedTag, 'bib' | 'name'>[],
  kinds: readonly KeywordKind[] = KEYWORD_KINDS,
): string[] {
  const keywords = tags.flatMap((tag) =>
    kinds.map((kind) => printable(kind === 'bib' ? tag.bib : (tag.name ?? ''))),
  );
  return distinctKeywords(keywords.filter((keyword) => keyword !== ''));
}

/** The first of those that photo programs hold to be the same keyword. */
export function distinctKeywords(keywords: readonly string[]): string[] {
  return [
    ...new Map(keywords.toReversed().map((keyword) => [keywordKey(keyword), keyword])).values(),
  ].reverse();
}

/** Photo programs compare keywords without regard to capitals; macOS writes accents decomposed. */
export function keywordKey(keyword: string): string {
  return keyword.normalize('NFC').trim().toLowerCase();
}

/** XML 1.0 has no place for control characters and non-characters, not even escaped. */
function printable(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\s]+/gu, ' ')
    .trim()
    .normalize('NFC');
}
