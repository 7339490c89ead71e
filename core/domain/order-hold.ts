/**
 * Minutes for which an order that nobody paid holds its uses of packs and codes: enough to find a card and to
 * answer the bank, too short to keep a code from others by ordering and not paying.
 */
const HOLD_MINUTES = 30;

export function holdFrom(at: Date): Date {
  return new Date(at.getTime() + HOLD_MINUTES * 60_000);
}
