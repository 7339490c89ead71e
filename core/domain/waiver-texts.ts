/** What a buyer agrees to before paying; an order keeps the version. Another text is another version. */
export const WAIVER_TEXTS = {
  en: {
    version: '2026-11-en',
    text: 'Deliver my photos at once. I know that I lose my right to withdraw from the purchase when the delivery begins.',
  },
  fr: {
    version: '2026-11-fr',
    text: 'Livrez mes photos immédiatement. Je sais que je perds mon droit de rétractation dès le début de la livraison.',
  },
} as const;

/** The text of a version; undefined for one that is not known any more. */
export function waiverTextOf(version: string): string | undefined {
  return Object.values(WAIVER_TEXTS).find((one) => one.version === version)?.text;
}
