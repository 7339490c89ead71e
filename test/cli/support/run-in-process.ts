import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import type { CommandContext } from '../../../cli/context.js';
import { readGlobalOptions } from '../../../cli/global-options.js';
import { messagesIn } from '../../../cli/messages/messages.js';
import { runCommand } from '../../../cli/run-command.js';
import { createOutput } from '../../../cli/terminal/output.js';

export interface CommandResult {
  readonly exitCode: number;
  /** Without the line end that closes it. */
  readonly stdout: string;
  readonly stderr: string;
}

export interface CommandPlace {
  /** The folder to stand in. */
  readonly workingFolder: string;
  readonly environment: Readonly<Record<string, string>>;
}

/**
 * What `focusracer ...args` would do, without the 0.8 s of a process of its own: everything but the
 * launcher, the streams and the signals is the program's. Not for what starts worker threads, which
 * need compiled code. One at a time: it moves the whole process into the working folder.
 */
export async function runInProcess(
  args: readonly string[],
  { workingFolder, environment }: CommandPlace,
): Promise<CommandResult> {
  const streams = { stdout: new PassThrough(), stderr: new PassThrough() };
  const written = [text(streams.stdout), text(streams.stderr)] as const;
  const before = process.cwd();
  process.chdir(workingFolder);
  try {
    const exitCode = await runCommand(args, contextOf(args, environment, streams));
    streams.stdout.end();
    streams.stderr.end();
    const [stdout, stderr] = await Promise.all(written);
    return { exitCode, stdout: withoutLastEnd(stdout), stderr: withoutLastEnd(stderr) };
  } finally {
    process.chdir(before);
  }
}

function contextOf(
  args: readonly string[],
  environment: CommandPlace['environment'],
  streams: Parameters<typeof createOutput>[0],
): CommandContext {
  const options = readGlobalOptions(args, environment);
  return {
    ...options,
    messages: messagesIn(options.language),
    output: createOutput(streams, () => undefined),
    paint: (_colour, plain) => plain,
    interruption: {
      takeSignal: () => new AbortController().signal,
      request: () => undefined,
      stopListening: () => undefined,
    },
    environment,
    terminal: { width: undefined, showsProgress: false, canAsk: false },
  };
}

function withoutLastEnd(written: string): string {
  return written.replace(/\n$/, '');
}
