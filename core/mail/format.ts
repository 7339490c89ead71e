import { dateFormat, numberFormat } from '../domain/intl-formats.js';
import type { Cents, Currency } from '../domain/money.js';
import type { MailLanguage } from '../domain/mail.js';

const LOCALES = { en: 'en-GB', fr: 'fr-FR' } as const satisfies Record<MailLanguage, string>;

/** "€12.00", "12,00 €". */
export function formatMoney(amount: Cents, currency: Currency, language: MailLanguage): string {
  return numberFormat(LOCALES[language], { style: 'currency', currency }).format(amount / 100);
}

/** "Sunday 17 May 2026 at 18:04 CEST": a deadline, so the zone is said. `iso` is a time in UTC. */
export function formatTime(iso: string, timeZone: string, language: MailLanguage): string {
  return dateFormat(LOCALES[language], {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
    timeZone,
  }).format(new Date(iso));
}

/** "1 photo", "12 photos", "no photo": French takes the singular for 0 too. */
export function countPhotos(count: number, language: MailLanguage): string {
  const isOne = new Intl.PluralRules(LOCALES[language]).select(count) === 'one';
  return `${numberFormat(LOCALES[language], {}).format(count)} ${isOne ? 'photo' : 'photos'}`;
}
