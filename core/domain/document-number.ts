const PREFIXES = { order: 'FR', invoice: 'INV', 'credit-note': 'CN' } as const;

/**
 * "FR-2026-000123": prefix of the series, year, running number. It grows past six digits where a
 * year has more.
 */
export function documentNumber(
  series: keyof typeof PREFIXES,
  year: number,
  running: number,
): string {
  return `${PREFIXES[series]}-${year}-${String(running).padStart(6, '0')}`;
}

/**
 * The year whose series a document belongs to. In UTC, like the dates printed on it: one clock for
 * all events, so that numbers and dates ascend together.
 */
export function seriesYear(at: Date): number {
  return at.getUTCFullYear();
}
