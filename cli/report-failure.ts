import type { CommandContext } from './context.js';
import { onOneLine } from './terminal/one-line.js';

const BUG_EXIT_CODE = 1;

/**
 * Tells a person what went wrong and what to do next, and returns the exit code: that of
 * the error's kind, or 1 for a bug in the program.
 */
export async function reportFailure(error: unknown, context: CommandContext): Promise<number> {
  // Loaded here: a command line that succeeds without the core never pays for it.
  const { EXIT_CODES, FocusError } = await import('../core/index.js');
  if (error instanceof FocusError) {
    const { kind, code, message, hint } = error;
    if (context.json)
      context.output.talk(JSON.stringify({ type: 'error', kind, code, message, hint }));
    else tellError(message, hint, context);
    if (context.debug) tellStack(error, context);
    return EXIT_CODES[kind];
  }

  const message = error instanceof Error ? error.message : String(error);
  if (context.json) {
    context.output.talk(JSON.stringify({ type: 'error', kind: 'bug', code: 'bug', message }));
  } else {
    const { bug, howToReport, showStack } = context.messages.talk;
    tellError(bug(message), context.debug ? howToReport : `${howToReport} ${showStack}`, context);
  }
  if (context.debug) tellStack(error, context);
  return BUG_EXIT_CODE;
}

function tellError(message: string, hint: string | undefined, context: CommandContext): void {
  context.output.talk(withoutEscapes(context.messages.talk.error(message)));
  if (hint !== undefined) context.output.talk(withoutEscapes(hint));
}

/** Errors quote headers and names of files, which are anybody's text; they may have several lines. */
function withoutEscapes(text: string): string {
  return text.split('\n').map(onOneLine).join('\n');
}

/** The whole chain of causes. */
function tellStack(error: unknown, context: CommandContext): void {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    context.output.talk(cause.stack ?? cause.message);
  }
}
