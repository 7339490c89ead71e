import { InvalidArgumentError, type Command } from 'commander';
import type { CommandContext } from '../context.js';

export interface EventOption {
  readonly event?: string;
}

/** `--event`, for commands that work in one event. */
export function addEventOption(command: Command, context: CommandContext): Command {
  return command.option('--event <event>', context.messages.help.eventChoice);
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
