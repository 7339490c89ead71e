import { createHash } from 'node:crypto';

/** On what ground, and with which words, visitors may search an event by face. */
export interface SelfieTerms {
  /** In each language there is one at most; who reads neither is shown the first. */
  readonly texts: readonly [SelfieText, ...SelfieText[]];
  /** The last day of it, `YYYY-MM-DD`. */
  readonly until: string;
}

/** What a visitor reads and agrees to. */
export interface SelfieText {
  /** Undefined where nobody said. */
  readonly language: 'en' | 'fr' | undefined;
  readonly legalBasis: string;
  readonly notice: string;
}

export function selfieTextFor({ texts }: SelfieTerms, language: 'en' | 'fr'): SelfieText {
  return texts.find((text) => text.language === language) ?? texts[0];
}

/** What a form says of the text that it showed: it is agreed to word for word, or not at all. */
export function markOfSelfieText({ language, legalBasis, notice }: SelfieText): string {
  const words = JSON.stringify([language ?? '', legalBasis, notice]);
  return createHash('sha256').update(words).digest('base64url').slice(0, 22);
}
