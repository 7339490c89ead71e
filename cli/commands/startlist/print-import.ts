import type { ImportedStartList } from '../../../core/index.js';
import type { CommandContext } from '../../context.js';
import { createFormat } from '../../terminal/format.js';
import { countsLine, importJson, importTalk } from '../../views/start-list-lines.js';

export interface PrintedImport extends ImportedStartList {
  readonly file: string;
  readonly dryRun: boolean;
}

/** The columns that were understood, what is wrong, and the counts; the counts are data. */
export async function printImport(printed: PrintedImport, context: CommandContext): Promise<void> {
  const { file, plan, rejectsFile, dryRun } = printed;
  const { messages, output } = context;
  if (context.json) {
    await output.json({ type: 'start-list', file, dryRun, ...importJson(printed) });
    return;
  }
  const format = createFormat(context.language);
  const { startList: words } = messages;
  for (const line of importTalk(plan, messages, format)) output.talk(line);
  await output.line(countsLine(plan.counts, messages, format));
  const refused = format.count(plan.rejects.length);
  if (rejectsFile !== undefined) output.talk(words.rejectsFile(refused, rejectsFile));
  if (dryRun && plan.rejects.length > 0) output.talk(words.rejectsPlanned(refused));
  if (dryRun) output.talk(words.dryRun);
}
