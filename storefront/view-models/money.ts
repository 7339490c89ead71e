import { numberFormat } from '../../core/index.js';
import type { Language } from '../messages/language.js';

/** Euros are written as the reader's neighbours write them. */
const LOCALES = { en: 'en-IE', fr: 'fr-FR' } as const satisfies Record<Language, string>;

/** "€8.00", "8,00 €". */
export function formatMoney(cents: number, currency: string, language: Language): string {
  return numberFormat(LOCALES[language], { style: 'currency', currency }).format(cents / 100);
}

/** Of a rate in percent: "20%", "5,5 %". */
export function formatRate(percent: number, language: Language): string {
  return numberFormat(LOCALES[language], {
    style: 'percent',
    maximumFractionDigits: 2,
  }).format(percent / 100);
}

export function formatCount(count: number, language: Language): string {
  return numberFormat(LOCALES[language], {}).format(count);
}
