import type { Letter, LetterBlock, LetterFrame } from './letter.js';

/** The letter for readers that show no HTML. Lines end in "\n". */
export function letterText(letter: Letter, frame: LetterFrame): string {
  const blocks = letter.blocks.map(blockText).filter((text) => text !== '');
  const ending = [frame.footer, frame.siteUrl];
  if (frame.unsubscribe !== undefined)
    ending.push(withColon(frame.unsubscribe.label, frame.language), frame.unsubscribe.url);
  // "-- " begins what is no part of the message: RFC 3676, 4.3.
  return [...blocks, ['-- ', ...ending].join('\n')].join('\n\n') + '\n';

  function blockText(block: LetterBlock): string {
    switch (block.kind) {
      case 'paragraph':
        return block.text;
      // Words alone say it as well.
      case 'picture':
        return '';
      case 'action':
        return `${withColon(block.label, frame.language)}\n${block.url}`;
      case 'facts':
        return block.rows
          .map(({ label, value }) => `${withColon(label, frame.language)} ${value}`)
          .join('\n');
    }
  }
}

/** French sets a no-break space before the colon. */
function withColon(label: string, language: string): string {
  return `${label}${language === 'fr' ? '\u00A0' : ''}:`;
}
