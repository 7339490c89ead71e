const LONGEST_NOTE = 1000;

/** What somebody wrote in a form, without control characters, which no database takes; undefined for nothing. */
export function readNote(text: string | undefined): string | undefined {
  const note = text
    ?.replace(/[^\P{Cc}\n]/gu, ' ')
    .trim()
    .slice(0, LONGEST_NOTE);
  return note === '' ? undefined : note;
}
