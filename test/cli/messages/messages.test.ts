import { describe, expect, it } from 'vitest';
import { messagesIn } from '../../../cli/messages/messages.js';

type Leaf = readonly [path: string, text: string];

/** Every text of a catalogue; functions are called with marked arguments. */
function leaves(value: unknown, path: string): Leaf[] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') {
    const marks = Array.from({ length: value.length }, (_, index) => {
      const text = `<${index}>`;
      return { text, form: 'other', toString: () => text };
    });
    return [[path, String(value(...marks))]];
  }
  return Object.entries(value as object).flatMap(([key, child]) => leaves(child, `${path}/${key}`));
}

const english = new Map(leaves(messagesIn('en'), ''));
const french = leaves(messagesIn('fr'), '').filter(([path]) => !path.includes('/examples/'));

describe('the French catalogue', () => {
  it('says everything, and in French', () => {
    const same = french
      .filter(([path, text]) => english.get(path) === text)
      .map(([, text]) => text);
    // Words that both languages share.
    expect(new Set(same)).toEqual(
      new Set([
        'Club',
        'Code',
        'Pack',
        'Pages',
        'Photo',
        'original',
        'web',
        '<0> photos',
        'club',
        'Date',
        'Machine',
        'Photos',
        'Sport',
        'versions',
        '<0> photos/s',
        '+ <0>',
        '- <0>',
      ]),
    );
  });

  it('puts the same values into every text', () => {
    const marks = (text: string) => [...text.matchAll(/<\d>/g)].map(([mark]) => mark).sort();
    for (const [path, text] of french) {
      expect(marks(text), path).toEqual(marks(english.get(path) ?? ''));
    }
  });
});
