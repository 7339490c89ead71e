import type { Command } from 'commander';
import { chooseEvent } from '../../choose-event.js';
import type { CommandContext } from '../../context.js';
import { addExamples } from '../../help.js';
import { diffLines } from '../../views/start-list-lines.js';
import { withApp } from '../../with-app.js';
import { addEventOption, type EventOption } from '../options.js';
import { addListOptions, listRequest, type ListOptions } from './file-options.js';

interface DiffOptions extends EventOption, ListOptions {}

export function registerStartListDiff(group: Command, context: CommandContext): void {
  const { messages, output } = context;
  const { startList: help } = messages.help;
  const command = group
    .command('diff')
    .description(help.diff.summary)
    .argument('<file>', help.file)
    .action((file: string, options: DiffOptions) =>
      withApp(context, async (app) => {
        const event = await chooseEvent(app, options.event, context);
        const plan = await app.diffStartList({
          event,
          ...(await listRequest(file, options)),
          replace: true,
        });
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
  addListOptions(addEventOption(command, context), context);
  addExamples(command, context, help.diff.examples);
}
