import { describe, expect, it } from 'vitest';
import { dateFormat, numberFormat } from '../../core/domain/intl-formats.js';

describe('formats of Intl', () => {
  it('are made once for the same locale and options', () => {
    const options = { timeStyle: 'medium', timeZone: 'Europe/Paris' } as const;
    expect(dateFormat('fr-FR', { ...options })).toBe(dateFormat('fr-FR', { ...options }));
  });

  it('differ where a locale, a time zone or a currency differs', () => {
    const instant = new Date('2026-05-17T08:42:07Z');
    const clock = (locale: string, timeZone: string) =>
      dateFormat(locale, { timeStyle: 'medium', timeZone }).format(instant);
    expect([clock('fr-FR', 'Europe/Paris'), clock('fr-FR', 'UTC')]).toEqual([
      '10:42:07',
      '08:42:07',
    ]);
    const price = (locale: string, currency: string) =>
      numberFormat(locale, { style: 'currency', currency }).format(8);
    expect([price('en-IE', 'EUR'), price('en-IE', 'CHF')]).toEqual(
      ['€8.00', 'CHF 8.00'].map((text) => text.replace(' ', '\u00a0')),
    );
  });
});
