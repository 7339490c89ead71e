import { Argument, type Command } from 'commander';
import type { CommandContext } from '../context.js';
import { addExamples } from '../help.js';

type Shell = 'bash' | 'zsh' | 'fish';

export function registerCompletion(program: Command, context: CommandContext): void {
  const { completion: help } = context.messages.help;
  const command = program
    .command('completion')
    .description(help.summary)
    .addArgument(new Argument('<shell>', help.shell).choices(['bash', 'zsh', 'fish']))
    .action(async (shell: Shell) => {
      await context.output.line((await scriptFor(shell, program)).trimEnd());
    });
  addExamples(command, context, help.examples);
}

async function scriptFor(shell: Shell, program: Command): Promise<string> {
  const { describeCommands } = await import('../completion/describe-commands.js');
  const commands = describeCommands(program);
  switch (shell) {
    case 'bash':
      return (await import('../completion/bash.js')).bashCompletion(commands);
    case 'zsh':
      return (await import('../completion/zsh.js')).zshCompletion(commands);
    case 'fish':
      return (await import('../completion/fish.js')).fishCompletion(commands);
  }
}
