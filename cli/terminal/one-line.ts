/** Control characters would move the cursor: names of files and runners are anybody's text. */
export function onOneLine(text: string): string {
  return text.replace(/\p{Cc}/gu, '\u{FFFD}');
}
