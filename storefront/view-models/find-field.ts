/** What scripts need to make the field of a search more pleasant. */
export function findFieldModel(
  slug: string,
  event: { readonly entries: number; readonly hasDigitBibs: boolean },
) {
  const hasNames = event.entries > 0;
  return {
    slug,
    /** A keyboard of digits, with a way to letters where names can be looked for. */
    hasDigits: event.hasDigitBibs,
    switchesToNames: event.hasDigitBibs && hasNames,
    namesUrl: hasNames ? `/events/${slug}/names` : undefined,
  };
}
