import type { CommanderError } from 'commander';
import type { CommandContext } from './context.js';

/** The code that shells and scripts use for a command line that makes no sense. */
const USAGE_EXIT_CODE = 2;

/** Help and version are no errors, though commander reports them as such. */
export function reportUsageError(error: CommanderError, context: CommandContext): number {
  if (error.exitCode === 0) return 0;
  // Help shown because no command was given: it says enough.
  if (error.code === 'commander.help') return USAGE_EXIT_CODE;
  const message = localMessage(error, context);
  if (context.json) {
    const report = {
      kind: 'input',
      code: `usage.${error.code.replace('commander.', '')}`,
      message,
    };
    context.output.talk(JSON.stringify({ type: 'error', ...report }));
  } else {
    const { talk } = context.messages;
    context.output.talk(talk.error(message));
    context.output.talk(talk.seeHelp);
  }
  return USAGE_EXIT_CODE;
}

/** commander speaks English only: its errors are told apart by code, their subject is in quotes. */
function localMessage(error: CommanderError, context: CommandContext): string {
  const original = error.message.replace(/^error: /, '');
  if (context.language === 'en') return original;
  const { usage } = context.messages.talk;
  const subject = /'([^']*)'/.exec(original)?.[1] ?? '';
  switch (error.code) {
    case 'commander.unknownOption':
      return usage.unknownOption(subject);
    case 'commander.unknownCommand':
      return usage.unknownCommand(subject);
    case 'commander.missingArgument':
      return usage.missingArgument(subject);
    case 'commander.optionMissingArgument':
      return usage.optionMissingArgument(subject);
    case 'commander.missingMandatoryOptionValue':
      return usage.missingOption(subject);
    case 'commander.excessArguments':
      return usage.excessArguments;
    case 'commander.invalidArgument':
      return usage.invalidArgument(subject, remarkOn(original, context));
    case 'commander.conflictingOption':
      return usage.conflictingOptions(
        [...original.matchAll(/'([^']*)'/g)].map((match) => match[1]).join(', '),
      );
    default:
      return original;
  }
}

/** What is said after "is invalid.": our own words, or commander's list of choices. */
function remarkOn(original: string, { messages }: CommandContext): string {
  const [, remark = ''] = original.split(' is invalid. ');
  const choices = /^Allowed choices are (.*)\.$/.exec(remark)?.[1];
  return choices === undefined ? remark : messages.talk.usage.allowedChoices(choices);
}
