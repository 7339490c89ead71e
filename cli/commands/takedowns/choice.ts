import { InvalidArgumentError, type Command } from 'commander';
import type { ChosenTakeDowns } from '../../../core/index.js';
import type { CommandContext } from '../../context.js';
import { addEventFilter, type EventOption } from '../options.js';

export interface ChoiceOptions extends EventOption {
  readonly since?: Date;
  readonly address?: string;
}

/** `--event`, `--since` and `--address`: which take-downs are meant. */
export function addChoice(command: Command, context: CommandContext): Command {
  const { choice: help } = context.messages.takeDowns.help;
  return addEventFilter(command, context)
    .option('--since <time>', help.since, timeReader(context))
    .option('--address <address>', help.address);
}

/** By the reference where there is one, which no choice narrows. */
export async function chosenOf(
  reference: string | undefined,
  { event, since, address }: ChoiceOptions,
  { messages }: CommandContext,
): Promise<ChosenTakeDowns> {
  if (reference === undefined) return { event, since, from: address };
  if (event === undefined && since === undefined && address === undefined) return { reference };
  const { FocusError } = await import('../../../core/index.js');
  throw new FocusError('input', 'takedown.two-choices', messages.takeDowns.twoChoices);
}

const SECONDS = { m: 60, h: 3600, d: 24 * 3600 } as const;

/** "2h", "30m" or "3d" ago, or a day or time in ISO 8601. */
function timeReader({ messages }: CommandContext): (text: string) => Date {
  return (text) => {
    const [, amount, unit] = /^(\d{1,6})([mhd])$/.exec(text.trim()) ?? [];
    const time =
      amount !== undefined && (unit === 'm' || unit === 'h' || unit === 'd')
        ? new Date(Date.now() - Number(amount) * SECONDS[unit] * 1000)
        : new Date(/^\d{4}-\d{2}-\d{2}/.test(text) ? text : Number.NaN);
    if (Number.isNaN(time.getTime()))
      throw new InvalidArgumentError(messages.takeDowns.badTime(text));
    return time;
  };
}
