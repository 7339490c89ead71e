/** To the minute, in UTC like the numbers of orders and invoices: `2026-05-17 09:30Z`. */
export function utcTime(at: Date): string {
  return `${at.toISOString().slice(0, 16).replace('T', ' ')}Z`;
}
