import type { Command, HelpConfiguration, Option } from 'commander';
import type { CommandContext } from './context.js';
import type { Messages } from './messages/messages.js';

type Example = readonly string[];

/** Adds examples to the end of a command's help: pairs of a command line and what it is for. */
export function addExamples(
  command: Command,
  context: CommandContext,
  examples: readonly Example[],
): void {
  const lines = examples.flatMap(([line = '', purpose = '']) => [
    ...(purpose === '' ? [] : [`  # ${purpose}`]),
    `  $ focusracer ${line}`,
  ]);
  command.addHelpText('after', ['', context.messages.help.examples, ...lines].join('\n'));
}

/** commander's own words in the language of the run. */
export function helpConfiguration({ help }: Messages): HelpConfiguration {
  const titles: Readonly<Record<string, string>> = {
    'Usage:': help.usage,
    'Arguments:': help.arguments,
    'Options:': help.options,
    'Global Options:': help.globalOptions,
    'Commands:': help.commands,
  };
  return {
    showGlobalOptions: true,
    styleTitle: (title) => titles[title] ?? title,
    optionDescription: (option) => describeOption(option, help),
  };
}

function describeOption(option: Option, help: Messages['help']): string {
  const remarks: string[] = [];
  if (option.argChoices !== undefined)
    remarks.push(`${help.choices} ${option.argChoices.join(', ')}`);
  const shown = option.defaultValueDescription ?? plainDefault(option);
  // Empty where the description says it in words.
  if (shown !== undefined && shown !== '') remarks.push(`${help.defaultValue} ${shown}`);
  return remarks.length === 0
    ? option.description
    : `${option.description} (${remarks.join('; ')})`;
}

function plainDefault(option: Option): string | undefined {
  const value: unknown = option.defaultValue;
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}
