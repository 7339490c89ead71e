import { CommanderError } from 'commander';
import type { CommandContext } from './context.js';
import { buildProgram } from './program.js';
import { reportFailure } from './report-failure.js';
import { reportUsageError } from './usage-errors.js';

/** Runs one command line, reports what went wrong, and returns the exit code (see docs/cli.md). */
export async function runCommand(
  argv: readonly string[],
  context: CommandContext,
): Promise<number> {
  try {
    await buildProgram(context).parseAsync(argv, { from: 'user' });
    await context.output.flush();
    return 0;
  } catch (error) {
    if (error instanceof CommanderError) return reportUsageError(error, context);
    return reportFailure(error, context);
  }
}
