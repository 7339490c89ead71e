import type { Command } from 'commander';
import type { StartListRequest } from '../../../core/index.js';
import type { CommandContext } from '../../context.js';
import { addEventOption, collect, type EventOption } from '../options.js';

export interface FileOptions extends EventOption {
  readonly map?: readonly string[];
  readonly race?: string;
  readonly sheet?: string;
}

/** How a start list file is read: the same for `import` and `diff`. */
export function addFileOptions(command: Command, context: CommandContext): Command {
  const { help } = context.messages;
  return addEventOption(command, context)
    .option('--map <field=header>', help.ingest.map, collect)
    .option('--race <race>', help.startList.race)
    .option('--sheet <sheet>', help.startList.sheet);
}

export async function fileRequest(
  event: string,
  file: string,
  { map = [], race, sheet }: FileOptions,
): Promise<StartListRequest> {
  const { parseFieldChoices } = await import('../../../core/index.js');
  return { event, file, race, sheet, choices: parseFieldChoices(map) };
}
