import { Option, type Command } from 'commander';
import type { FacesMode } from '../../../core/index.js';
import type { CommandContext } from '../../context.js';

export interface EventDetailOptions {
  readonly date?: string;
  readonly place?: string;
  readonly sport?: string;
  readonly timeZone?: string;
  readonly faces?: FacesMode;
  readonly bibPattern?: string;
}

/** What a person may say about an event, here and in `ingest`. Core checks the values. */
export function addEventDetails(command: Command, { messages }: CommandContext): Command {
  const { ingest: help } = messages.help;
  return command
    .option('--date <date>', help.date)
    .option('--place <place>', help.place)
    .option('--sport <sport>', help.sport)
    .option('--time-zone <zone>', help.timeZone)
    .option('--bib-pattern <regex>', help.bibPattern)
    .addOption(
      new Option('--faces <mode>', help.faces).choices([
        'off',
        'detect',
        'index',
      ] satisfies FacesMode[]),
    );
}
