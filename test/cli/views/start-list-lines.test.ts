import { describe, expect, it } from 'vitest';
import { diffLines, importTalk } from '../../../cli/views/start-list-lines.js';
import { createFormat } from '../../../cli/terminal/format.js';
import { planOf } from '../../startlist/lists.js';
import { fakeContext } from '../support/fake-context.js';

const { messages } = fakeContext();
const talkOf = async (list: string): Promise<string[]> =>
  importTalk(await planOf(list), messages, createFormat('en'));

describe('what is told of a start list', () => {
  it('has no escape codes of headers, values and names', async () => {
    const others = Array.from({ length: 200 }, (_, index) => `${index + 9};Other;X\n`).join('');
    const list = `Bib;Nom;\u001b[2JX\n1;\u001b[31mA;\n\u001b]0;B;\n${others}`;
    const lines = [...(await talkOf(list)), ...diffLines((await planOf(list)).diff, messages)];
    expect(lines.join('')).toContain('\u{fffd}[2JX');
    expect(lines.join('')).not.toMatch(/\p{Cc}/u);
  });

  it('names the lines that were skipped', async () => {
    expect(await talkOf('Bib;Nom\n8;A\nBib;Nom\n9;B\nTotal;2\n')).toContain(
      'Lines skipped as repeated headers or totals: 2 (3, 5)',
    );
  });
});
