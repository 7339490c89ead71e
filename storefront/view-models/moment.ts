import { dateFormat } from '../../core/index.js';
import type { Language } from '../messages/language.js';

const LOCALES = { en: 'en-GB', fr: 'fr-FR' } as const satisfies Record<Language, string>;

/** Day and time in the event's zone, with its name: "3 May 2026, 12:30 CEST". */
export function formatMoment(moment: Date, timeZone: string, language: Language): string {
  return dateFormat(LOCALES[language], {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
    timeZoneName: 'short',
  }).format(moment);
}
