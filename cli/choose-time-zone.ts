import type { CommandContext } from './context.js';

/**
 * The time zone of a new event: what was given, else what the person at the terminal says, with the
 * machine's as the default. Undefined where nobody can be asked: then core takes the machine's, and
 * remembers that nobody said it.
 */
export async function chooseTimeZone(
  given: string | undefined,
  context: CommandContext,
): Promise<string | undefined> {
  if (given !== undefined || context.json || !context.terminal.canAsk) return given;
  const { isTimeZone, systemTimeZone } = await import('../core/index.js');
  const { ask } = await import('./terminal/ask.js');
  const { times: words } = context.messages;
  const machine = systemTimeZone();
  for (;;) {
    const answer = await ask(words.question(machine), context.interruption);
    if (answer === '') return machine;
    if (isTimeZone(answer)) return answer;
    context.output.talk(words.noZone(answer));
  }
}
