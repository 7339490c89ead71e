/** UTC where the system has no zone, or one that it cannot name. */
export function systemTimeZone(
  options: { readonly timeZone?: string } = Intl.DateTimeFormat().resolvedOptions(),
): string {
  const { timeZone } = options;
  // ICU's name for no zone, which databases do not know.
  return timeZone === undefined || timeZone === 'Etc/Unknown' ? 'UTC' : timeZone;
}
