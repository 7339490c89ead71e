/** What people quote of a take-down: the first eight digits of its id. */
export function takeDownReference(id: string): string {
  return id.slice(0, 8).toUpperCase();
}

/** A reference, or the start of an id that is longer, as a person types it; undefined for anything else. */
export function readTakeDownReference(text: string): string | undefined {
  const typed = text.trim().toLowerCase();
  return /^[0-9a-f]{8}(?:-[0-9a-f-]{0,27})?$/.test(typed) ? typed : undefined;
}
