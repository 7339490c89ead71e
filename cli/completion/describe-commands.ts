import type { Command, Option } from 'commander';

export interface DescribedOption {
  /** `-h` and `--help`, as typed. */
  readonly flags: readonly string[];
  readonly summary: string;
  readonly takesValue: boolean;
  readonly choices: readonly string[];
}

export interface DescribedCommand {
  /** Where it stands: '' for the program, `/event/create` for `focusracer event create`. */
  readonly place: string;
  readonly subcommands: readonly { readonly name: string; readonly summary: string }[];
  readonly options: readonly DescribedOption[];
  /** What its first argument may be, where it is one of a few words. */
  readonly choices: readonly string[];
}

/** Every command of the program with its own and the global options, parents first. */
export function describeCommands(program: Command): DescribedCommand[] {
  return describeBelow(program, '', []);
}

function describeBelow(
  command: Command,
  place: string,
  inherited: readonly DescribedOption[],
): DescribedCommand[] {
  const help = command.createHelp();
  const own = help.visibleOptions(command).map(describeOption);
  const options = [
    ...own,
    ...inherited.filter((option) => !own.some((one) => sameOption(one, option))),
  ];
  const children = help.visibleCommands(command);
  const described: DescribedCommand = {
    place,
    subcommands: children.map((child) => ({ name: child.name(), summary: child.description() })),
    options,
    choices: command.registeredArguments[0]?.argChoices ?? [],
  };
  return [
    described,
    ...children.flatMap((child) => describeBelow(child, `${place}/${child.name()}`, options)),
  ];
}

function describeOption(option: Option): DescribedOption {
  return {
    flags: [option.short, option.long].filter((flag) => flag !== undefined),
    summary: option.description,
    takesValue: option.required || option.optional,
    choices: option.argChoices ?? [],
  };
}

function sameOption(one: DescribedOption, other: DescribedOption): boolean {
  return one.flags.at(-1) === other.flags.at(-1);
}
