import { markOfSelfieText, selfieTextFor, type PublicEvent } from '../../core/index.js';
import type { Language } from '../messages/language.js';
import type { Words } from '../messages/messages.js';
import { dayModel } from './event-moment.js';

/** What a visitor reads before their face is looked for. */
export function selfieModel({
  event,
  terms,
  problem,
  words,
  language,
}: {
  readonly event: PublicEvent;
  readonly terms: NonNullable<PublicEvent['selfieSearch']>;
  /** What was wrong with the picture that was sent. */
  readonly problem: string | undefined;
  readonly words: Words;
  readonly language: Language;
}) {
  const base = `/events/${event.slug}`;
  const text = selfieTextFor(terms, language);
  return {
    eventName: event.name,
    eventUrl: base,
    action: `${base}/selfie`,
    forgetUrl: `${base}/selfie/forget`,
    notice: text.notice,
    legalBasis: text.legalBasis,
    /** Of the two texts above, where it is not the page's. */
    textLanguage: text.language === language ? undefined : text.language,
    textMark: markOfSelfieText(text),
    until: dayModel(terms.until, language),
    problem,
    nothingAdvice: words.gallery.selfie.nothingAdvice,
  };
}
