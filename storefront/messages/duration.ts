import type { Language } from './language.js';

/** "45 seconds", "12 minutes", "1 hour": in the largest unit that is not over, rounded up. */
export function formatWait(seconds: number, language: Language): string {
  const [unit, length] =
    seconds < 120
      ? (['second', 1] as const)
      : seconds < 7200
        ? (['minute', 60] as const)
        : (['hour', 3600] as const);
  const format = new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' });
  return format.format(Math.ceil(seconds / length));
}
