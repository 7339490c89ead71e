import type { PublishRequest } from '../../core/index.js';
import type { CommandContext } from '../context.js';

type Language = 'en' | 'fr';

/** What `publish` is told of searches by face. */
export interface SelfieOptions {
  readonly selfieBasis?: readonly string[];
  readonly selfieNotice?: readonly string[];
  readonly selfieUntil?: string;
  readonly selfieLanguage?: Language;
  /** False with --no-selfie. */
  readonly selfie: boolean;
}

/** An option that is given once, or once in each language. */
export function inEachLanguage(text: string, earlier: readonly string[] = []): readonly string[] {
  return [...earlier, text];
}

/**
 * Off, the terms, or undefined where none of it is told. A text may say its language first, as in
 * `fr=Votre visage...`; without one it is in that of `--selfie-language`, else of the command.
 */
export async function selfieOf(
  options: SelfieOptions,
  { messages, language }: CommandContext,
): Promise<PublishRequest['selfie']> {
  const { selfieBasis = [], selfieNotice = [], selfieUntil: until } = options;
  if (!options.selfie) return 'off';
  if (selfieBasis.length === 0 && selfieNotice.length === 0 && until === undefined)
    return undefined;
  const fallback = options.selfieLanguage ?? language;
  const bases = byLanguage(selfieBasis, fallback);
  const texts = [...byLanguage(selfieNotice, fallback)].flatMap(([one, notice]) => {
    const legalBasis = bases.get(one);
    return legalBasis === undefined ? [] : [{ language: one, legalBasis, notice }];
  });
  const [first, ...others] = texts;
  const isComplete = [selfieBasis, selfieNotice].every(({ length }) => length === texts.length);
  if (first !== undefined && until !== undefined && isComplete)
    return { texts: [first, ...others], until };
  const { FocusError } = await import('../../core/index.js');
  throw new FocusError('input', 'publish.selfie-incomplete', messages.publish.halfSelfie, {
    hint: messages.publish.halfSelfieHint,
  });
}

function byLanguage(texts: readonly string[], fallback: Language): ReadonlyMap<Language, string> {
  return new Map(
    texts.map((text) => {
      if (text.startsWith('en=')) return ['en', text.slice(3)];
      return text.startsWith('fr=') ? ['fr', text.slice(3)] : [fallback, text];
    }),
  );
}
