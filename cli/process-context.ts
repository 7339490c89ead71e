import type { CommandContext } from './context.js';
import type { GlobalOptions } from './global-options.js';
import { messagesIn } from './messages/messages.js';
import { createPaint } from './terminal/colours.js';
import { listenForInterruption } from './terminal/interruption.js';
import { createOutput } from './terminal/output.js';

/** The context of a real run: this process's streams, signals and environment. */
export function createProcessContext(options: GlobalOptions): CommandContext {
  const { stdin, stdout, stderr, env: environment } = process;
  const messages = messagesIn(options.language);
  const output = createOutput({ stdout, stderr }, () => {
    interruption.request();
  });
  const interruption = listenForInterruption({
    source: process,
    quit: (exitCode) => process.exit(exitCode),
  });
  return {
    ...options,
    messages,
    output,
    paint: createPaint(stdout, environment),
    interruption,
    environment,
    terminal: {
      width: stdout.isTTY ? stdout.columns : undefined,
      showsProgress: stderr.isTTY && environment.TERM !== 'dumb' && environment.CI === undefined,
      canAsk: stdin.isTTY && stderr.isTTY,
    },
  };
}
