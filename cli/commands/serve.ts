import type { Command } from 'commander';
import type { CommandContext } from '../context.js';
import { addExamples } from '../help.js';
import { wholeNumber } from './options.js';

interface ServeOptions {
  readonly port?: number;
  readonly host?: string;
}

export function registerServe(program: Command, context: CommandContext): void {
  const { serve: help } = context.messages.help;
  const command = program
    .command('serve')
    .description(help.summary)
    .option('--port <port>', help.port, wholeNumber(0, context))
    .option('--host <address>', help.host)
    .action((options: ServeOptions) => serve(context, options));
  addExamples(command, context, help.examples);
}

/** Until it is told to stop. Data on stdout are the storefront's own log lines. */
async function serve(context: CommandContext, { port, host }: ServeOptions): Promise<void> {
  const { startStorefront } = await import('../storefront-process.js');
  const { serve: talk } = context.messages.talk;
  const stop = context.interruption.takeSignal(() => context.output.talk(talk.stopping));
  const storefront = startStorefront({
    environment: {
      ...context.environment,
      ...(port === undefined ? {} : { FOCUSRACER_PORT: String(port) }),
      ...(host === undefined ? {} : { FOCUSRACER_HOST: host }),
    },
    // A person is told what matters; a program reads every line.
    logLevel: context.terminal.width === undefined || context.json ? undefined : 'warn',
    stop,
  });
  const { url, isUrlGuessed, legalGaps } = await storefront.listening;
  const outbox = await findOutbox(url, context.environment);
  if (context.json)
    await context.output.json({ type: 'listening', url, isUrlGuessed, legalGaps, outbox });
  context.output.talk(talk.listening(url));
  if (isUrlGuessed) context.output.talk(talk.guessedUrl(url));
  if (legalGaps.length > 0) context.output.talk(talk.legalGaps(legalGaps.join(', ')));
  if (outbox !== undefined) context.output.talk(talk.outbox(outbox));
  await storefront.ended;
  context.output.talk(talk.stopped);
}

/** Where the mails of a shop that sends none are read; undefined where the shop shows them to nobody. */
async function findOutbox(
  url: string,
  environment: NodeJS.ProcessEnv,
): Promise<string | undefined> {
  const { isLoopback, readOutboxToken } = await import('../../core/index.js');
  // Elsewhere there is no such page, and nobody to ask.
  if (!isLoopback(new URL(url).hostname)) return undefined;
  const outbox = `${url}/outbox/${await readOutboxToken(environment, process.cwd())}`;
  const isThere = await fetch(outbox, { method: 'HEAD' }).then(
    ({ ok }) => ok,
    () => false,
  );
  return isThere ? outbox : undefined;
}
