import type { Command } from 'commander';
import type { CommandContext } from '../../context.js';
import { addExamples } from '../../help.js';
import { wholeNumber } from '../options.js';

interface DemoOptions {
  readonly port: number;
  /** False with --no-open. */
  readonly open: boolean;
}

export function registerDemo(program: Command, context: CommandContext): void {
  const { help } = context.messages.demo;
  const command = program
    .command('demo')
    .description(help.summary)
    .option('--port <port>', help.port, wholeNumber(0, context), 0)
    .option('--no-open', help.noOpen)
    .action(async (options: DemoOptions) => {
      const { runDemo } = await import('./run-demo.js');
      await runDemo(context, options);
    });
  addExamples(command, context, help.examples);
}
