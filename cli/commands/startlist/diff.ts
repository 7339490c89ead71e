import type { Command } from 'commander';
import { chooseEvent } from '../../choose-event.js';
import type { CommandContext } from '../../context.js';
import { addExamples } from '../../help.js';
import { diffLines } from '../../views/start-list-lines.js';
import { withApp } from '../../with-app.js';
import { addFileOptions, fileRequest, type FileOptions } from './file-options.js';

export function registerStartListDiff(group: Command, context: CommandContext): void {
  const { messages, output } = context;
  const { startList: help } = messages.help;
  const command = group
    .command('diff')
    .description(help.diff.summary)
    .argument('<file>', help.file)
    .action((file: string, options: FileOptions) =>
      withApp(context, async (app) => {
        const event = await chooseEvent(app, options.event, context);
        const plan = await app.diffStartList(await fileRequest(event, file, options));
        if (context.json) {
          await output.json({ type: 'start-list-diff', file, ...plan.counts, diff: plan.diff });
          return;
        }
        let lines = 0;
        for (const line of diffLines(plan.diff, messages)) {
          await output.line(line);
          lines += 1;
        }
        if (lines === 0) output.talk(messages.startList.noDifference);
      }),
    );
  addFileOptions(command, context);
  addExamples(command, context, help.diff.examples);
}
