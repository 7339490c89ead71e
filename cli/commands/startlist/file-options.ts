import type { Command } from 'commander';
import type { ImportRequest, StartListRequest } from '../../../core/index.js';
import type { CommandContext } from '../../context.js';
import { collect } from '../options.js';

/** What a person says of a start list file, wherever it is read. */
export interface ListOptions {
  readonly map?: readonly string[];
  readonly race?: string;
  readonly sheet?: string;
}

/** And how it goes in. */
export interface ImportOptions extends ListOptions {
  readonly rejects?: string;
  readonly replace?: boolean;
}

/** How a start list file is read: the same for `ingest`, `import` and `diff`. */
export function addListOptions(command: Command, { messages: { help } }: CommandContext): Command {
  return command
    .option('--map <field=header>', help.ingest.map, collect)
    .option('--race <race>', help.startList.race)
    .option('--sheet <sheet>', help.startList.sheet);
}

/** Where the file goes into an event: `ingest` and `import`. */
export function addImportOptions(command: Command, context: CommandContext): Command {
  const { import: help } = context.messages.help.startList;
  return addListOptions(command, context)
    .option('--rejects <file>', help.rejects)
    .option('--replace', help.replace);
}

export async function listRequest(
  file: string,
  { map = [], race, sheet }: ListOptions,
): Promise<Omit<StartListRequest, 'event'>> {
  const { parseFieldChoices } = await import('../../../core/index.js');
  return { file, race, sheet, choices: parseFieldChoices(map) };
}

export async function importRequest(
  file: string,
  options: ImportOptions,
): Promise<Omit<ImportRequest, 'event'>> {
  const { rejects: rejectsFile, replace } = options;
  return { ...(await listRequest(file, options)), rejectsFile, replace };
}
