import { numberFormat } from '../../core/index.js';
import type { Language } from '../messages/language.js';

const LOCALES = { en: 'en-GB', fr: 'fr-FR' } as const satisfies Record<Language, string>;

/** "640 kB", "4.2 MB", "1,2 Go": decimal units, as file managers of phones count. */
export function formatBytes(bytes: number, language: Language): string {
  const unit = bytes < 1e6 ? 'kilobyte' : bytes < 1e9 ? 'megabyte' : 'gigabyte';
  const size = { kilobyte: 1e3, megabyte: 1e6, gigabyte: 1e9 }[unit];
  return numberFormat(LOCALES[language], {
    style: 'unit',
    unit,
    unitDisplay: 'short',
    maximumFractionDigits: unit === 'kilobyte' || bytes / size >= 100 ? 0 : 1,
  }).format(bytes / size);
}
