import type { CommandContext } from './context.js';
import type { Column, Pair } from './terminal/table.js';

/** Rows that are lined up together: a long list is printed while it is read. */
const ROWS_PER_BLOCK = 500;

type Rows<Row> = Iterable<Row> | AsyncIterable<Row>;

/**
 * Prints rows as a table, or as one JSON object a line (`--json`). `empty` is told on
 * stderr where there are none.
 */
export async function printTable<Row extends object>(
  context: CommandContext,
  rows: Rows<Row>,
  columns: readonly Column<Row>[],
  empty: string,
): Promise<void> {
  // Loaded here: measuring text needs large tables, which `--help` should not wait for.
  const { renderTable } = await import('./terminal/table.js');
  let block: Row[] = [];
  let printed = 0;

  async function printBlock(): Promise<void> {
    const [header, ...lines] = renderTable(block, columns, { width: context.terminal.width });
    if (printed === 0 && header !== undefined) {
      await context.output.line(context.paint('bold', header));
    }
    for (const line of lines) await context.output.line(line);
    printed += block.length;
    block = [];
  }

  for await (const row of rows) {
    if (context.json) {
      await context.output.json(row);
      printed += 1;
      continue;
    }
    block.push(row);
    if (block.length === ROWS_PER_BLOCK) await printBlock();
  }
  if (block.length > 0) await printBlock();
  if (printed === 0 && !context.json) context.output.talk(empty);
}

/** Prints labels with their values. */
export async function printPairs(
  context: CommandContext,
  pairs: readonly Pair[],
  align: 'left' | 'right' = 'left',
): Promise<void> {
  const { renderPairs } = await import('./terminal/table.js');
  for (const line of renderPairs(pairs, align)) await context.output.line(line);
}
