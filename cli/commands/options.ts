import { InvalidArgumentError, type Command } from 'commander';
import type { CommandContext } from '../context.js';

export interface EventOption {
  readonly event?: string;
}

/** `--event`, for commands that work in one event. */
export function addEventOption(command: Command, context: CommandContext): Command {
  return command.option('--event <event>', context.messages.help.eventChoice);
}

/** `--event`, for lists of every event where none is named. */
export function addEventFilter(command: Command, context: CommandContext): Command {
  return command.option('--event <event>', context.messages.help.eventFilter);
}

/** The event named by either way. FocusError `input` where both are used and differ. */
export async function namedEvent(
  positional: string | undefined,
  { event }: EventOption,
  { messages }: CommandContext,
): Promise<string | undefined> {
  if (positional === undefined || event === undefined || positional === event) {
    return event ?? positional;
  }
  const { FocusError } = await import('../../core/index.js');
  const message = messages.talk.event.twoNamed(positional, event);
  throw new FocusError('input', 'event.two-named', message);
}

/** Reads a whole number from `least`. */
export function wholeNumber(least: number, { messages }: CommandContext): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!/^\d+$/.test(text) || value < least || !Number.isSafeInteger(value)) {
      throw new InvalidArgumentError(messages.talk.usage.notAnInteger(least));
    }
    return value;
  };
}

/** Reads a number from 1, or the word `any`. */
function useLimit(context: CommandContext): (text: string) => number | 'any' {
  const read = wholeNumber(1, context);
  return (text) => (text === 'any' ? text : read(text));
}

/** Adds how often an offer may be used: by a person, for a bib, on a day. */
export function addUseLimits(command: Command, context: CommandContext): void {
  const { limits } = context.messages.packs.help;
  const read = useLimit(context);
  command
    .option('--per-person <count>', limits.perPerson, read)
    .option('--per-bib <count>', limits.perBib, read)
    .option('--per-day <count>', limits.perDay, read);
}

/** Reads a number from `least`, such as 12 or 7.5. */
export function decimalNumber(
  least: number,
  { messages }: CommandContext,
): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!/^\d+(?:\.\d+)?$/.test(text) || value < least) {
      throw new InvalidArgumentError(messages.talk.usage.notANumber(least));
    }
    return value;
  };
}

/** Collects the values of an option that may be repeated. */
export function collect(value: string, earlier: readonly string[] = []): readonly string[] {
  return [...earlier, value];
}
