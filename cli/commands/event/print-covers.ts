import type { App, OfferedCover } from '../../../core/index.js';
import type { CommandContext } from '../../context.js';
import { printTable } from '../../print-table.js';
import { createFormat } from '../../terminal/format.js';
import type { Column } from '../../terminal/table.js';

/** The photos that would make the best covers, with the address at which each is looked at. */
export async function printCovers(app: App, event: string, context: CommandContext): Promise<void> {
  const { localUrl } = await import('../../../core/index.js');
  const { editing: words, talk } = context.messages;
  const format = createFormat(context.language);
  const { host, port, publicUrl } = app.settings;
  const shop = publicUrl ?? localUrl(host, port);
  const covers = (await app.offerCovers(event)).map(({ path, ...cover }) => ({
    ...cover,
    url: `${shop}${path}`,
  }));
  const columns: Column<Omit<OfferedCover, 'path'> & { readonly url: string }>[] = [
    { title: '', cell: ({ isCurrent }) => (isCurrent ? '*' : '') },
    { title: talk.columns.file, cell: ({ file }) => file },
    { title: words.score, align: 'right', cell: ({ score }) => format.count(score) },
    { title: talk.columns.faces, align: 'right', cell: ({ faces }) => format.count(faces) },
    { title: words.size, cell: ({ width, height }) => `${width} x ${height}` },
    { title: words.address, cell: ({ url }) => url },
  ];
  await printTable(context, covers, columns, talk.noPhotos);
  if (covers.length > 0 && !context.json) context.output.talk(words.chooseCover(event));
}
