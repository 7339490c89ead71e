import type { Count } from '../messages/count.js';
import type { Language } from '../messages/language.js';

/** Numbers as people of the language write them. */
export interface Format {
  count(value: number): string;
  /** For a text in which words agree with the number. */
  amount(value: number): Count;
  /** With one decimal. */
  decimal(value: number): string;
  /** `done` of `total`, without decimals; never 100 % before the end. */
  percent(done: number, total: number): string;
  /** 45 s, 3 min 05 s, 2 h 10 min. */
  duration(seconds: number): string;
  bytes(value: number): string;
  /** Minor units of a currency, such as 2500 and EUR: €25.00, 25,00 €. */
  money(cents: number, currency: string): string;
}

const BYTE_UNITS: Readonly<Record<Language, readonly string[]>> = {
  en: ['B', 'kB', 'MB', 'GB', 'TB'],
  fr: ['o', 'ko', 'Mo', 'Go', 'To'],
};

export function createFormat(language: Language): Format {
  const whole = new Intl.NumberFormat(language, { maximumFractionDigits: 0 });
  const oneDecimal = new Intl.NumberFormat(language, {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
  const plural = new Intl.PluralRules(language);
  const share = new Intl.NumberFormat(language, { style: 'percent', roundingMode: 'floor' });
  return {
    count: (value) => whole.format(value),
    // French has a third form, for millions, which our words write like the second.
    amount: (value) => ({
      text: whole.format(value),
      form: plural.select(value) === 'one' ? 'one' : 'other',
    }),
    decimal: (value) => oneDecimal.format(value),
    percent: (done, total) => share.format(total === 0 ? 1 : Math.min(1, done / total)),
    duration: formatDuration,
    money: (cents, currency) =>
      new Intl.NumberFormat(language, { style: 'currency', currency }).format(cents / 100),
    bytes(value) {
      const units = BYTE_UNITS[language];
      let scaled = value;
      let unit = 0;
      // 999.95 would be rounded to 1,000.0 of the smaller unit.
      while (scaled >= (unit === 0 ? 1000 : 999.95) && unit < units.length - 1) {
        scaled /= 1000;
        unit += 1;
      }
      return `${(unit === 0 ? whole : oneDecimal).format(scaled)} ${units[unit] ?? ''}`;
    },
  };
}

function formatDuration(seconds: number): string {
  const total = Math.max(0, Math.round(seconds));
  if (total < 60) return `${total} s`;
  const minutes = Math.floor(total / 60);
  if (minutes < 60) return `${minutes} min ${twoDigits(total % 60)} s`;
  return `${Math.floor(minutes / 60)} h ${twoDigits(minutes % 60)} min`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
