import { describe, expect, it } from 'vitest';
import { printTable } from '../../cli/print-table.js';
import { fakeContext } from './support/fake-context.js';

const columns = [{ title: 'Bib', cell: ({ bib }: { bib: string }) => bib }];

async function* runners(count: number) {
  for (let bib = 1; bib <= count; bib += 1) yield { bib: String(bib) };
}

describe('printing a list', () => {
  it('prints the header once, however long the list is', async () => {
    const context = fakeContext();
    await printTable(context, runners(1201), columns, 'Nobody.');
    expect(context.stdout).toHaveLength(1202);
    expect(context.stdout.filter((line) => line === 'Bib')).toHaveLength(1);
    expect(context.stdout.at(-1)).toBe('1201');
  });

  it('prints one JSON object a line for programs', async () => {
    const context = fakeContext({ json: true });
    await printTable(context, runners(2), columns, 'Nobody.');
    expect(context.stdout).toEqual(['{"bib":"1"}', '{"bib":"2"}']);
  });

  it('says on stderr that a list is empty, and nothing to programs', async () => {
    const person = fakeContext();
    await printTable(person, [], columns, 'Nobody.');
    expect(person).toMatchObject({ stdout: [], stderr: ['Nobody.'] });
    const program = fakeContext({ json: true });
    await printTable(program, [], columns, 'Nobody.');
    expect(program).toMatchObject({ stdout: [], stderr: [] });
  });
});
