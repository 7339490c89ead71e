import { describe, expect, it } from 'vitest';
import { wordsIn } from '../../../storefront/messages/messages.js';
import { legalModel } from '../../../storefront/view-models/legal.js';

const PAGES = ['notice', 'terms', 'privacy'] as const;
const FULL = {
  operatorName: 'Lakeside Photo SARL',
  operatorAddress: '1 quai du Lac, 74000 Annecy',
  operatorEmail: 'photos@example.org',
  operatorRegistration: 'RCS Annecy 123 456 789',
  operatorHosting: 'Example Hosting, Paris',
  operatorMediator: 'Médiateur Exemple, Paris',
  vatNumber: 'FR12345678901',
};

function textOf(page: string, settings: Partial<typeof FULL>, language: 'en' | 'fr'): string {
  const none = Object.fromEntries(Object.keys(FULL).map((key) => [key, undefined]));
  const model = legalModel(
    page,
    { ...(none as unknown as typeof FULL), ...settings },
    wordsIn(language),
  );
  return (model?.sections ?? [])
    .map(({ heading, paragraphs }) => [heading, ...paragraphs].join('\n'))
    .join('\n');
}

describe.each(['en', 'fr'] as const)('the legal pages in %s', (language) => {
  it('say all that is known', () => {
    const all = PAGES.map((page) => textOf(page, FULL, language)).join('\n');
    for (const value of Object.values(FULL)) expect(all).toContain(value);
  });

  it('show the VAT number where nothing else of a register is given, and not twice', () => {
    const { vatNumber } = FULL;
    expect(textOf('notice', { vatNumber }, language)).toContain(vatNumber);
    const registration = `RCS 1, TVA ${vatNumber}`;
    const both = textOf('notice', { vatNumber, operatorRegistration: registration }, language);
    expect(both.split(vatNumber)).toHaveLength(2);
  });

  it('leave out what nobody has given, in whole sentences', () => {
    const keys = Object.keys(FULL) as (keyof typeof FULL)[];
    const without = (left: keyof typeof FULL) =>
      Object.fromEntries(Object.entries(FULL).filter(([key]) => key !== left));
    for (const settings of [{}, ...keys.map(without)]) {
      for (const page of PAGES) {
        const text = textOf(page, settings, language);
        expect(text).not.toMatch(/\[|\]|undefined|operator[A-Z]|vatNumber|setting|réglage/);
        // A comma, colon or blank with nothing behind or before it.
        expect(text).not.toMatch(/[,:]\s*(?:[,.]|$)|^\s*[,.:]|^$|\s[,.]/m);
      }
    }
  });
});
