import type { Command } from 'commander';
import type { CommandContext } from '../context.js';
import { addExamples } from '../help.js';
import { sellingLines } from '../views/selling-lines.js';
import { withApp } from '../with-app.js';

export function registerSelling(program: Command, context: CommandContext): void {
  const { messages, output } = context;
  const { help } = messages.selling;
  const command = program
    .command('selling')
    .description(help.summary)
    .option('--resume', help.resume)
    .action(({ resume = false }: { readonly resume?: boolean }) =>
      withApp(context, async (app) => {
        const before = await app.showSelling();
        const { pause } = resume ? await app.resumeSelling() : before;
        if (context.json) {
          await output.json({ sells: pause === undefined, ...pause });
          return;
        }
        const isResumed = before.pause !== undefined && pause === undefined;
        const lines = isResumed ? [messages.selling.resumed] : sellingLines(pause, messages);
        for (const line of lines.length > 0 ? lines : [messages.selling.sells])
          await output.line(line);
      }),
    );
  addExamples(command, context, help.examples);
}
