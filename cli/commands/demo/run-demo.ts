import { mkdirSync } from 'node:fs';
import { FocusError, locateDataHome, openApp, readOutboxToken } from '../../../core/index.js';
import type { CommandContext } from '../../context.js';
import { messagesIn } from '../../messages/messages.js';
import { startStorefront } from '../../storefront-process.js';
import { openBrowser } from '../../terminal/open-browser.js';
import { demoEnvironment } from './demo-environment.js';
import { publishSampleRace, SAMPLE_RUNNER } from './sample-race.js';

/**
 * A shop to try, until it is stopped: in a data home of its own beside the person's, so that nothing
 * of it is ever among real events, orders and mails.
 */
export async function runDemo(
  context: CommandContext,
  { port, open }: { readonly port: number; readonly open: boolean },
): Promise<void> {
  const { messages, output, terminal } = context;
  const { demo: words } = messages;
  const stop = context.interruption.takeSignal(() => output.talk(words.stopping));
  const home = `${locateDataHome(context.environment).root}-demo`;
  const environment = demoEnvironment(context.environment, { home, port });
  // No focusracer.json of the folder one stands in.
  const workingFolder = home;
  mkdirSync(home, { recursive: true, mode: 0o700 });

  output.talk(words.preparing(home));
  const slug = await fill(environment, workingFolder, context, stop);
  const storefront = startStorefront({ environment, workingFolder, logLevel: 'warn', stop });
  const { url } = await storefront.listening;
  const outbox = `${url}/outbox/${await readOutboxToken(environment, workingFolder)}`;
  const event = `${url}/events/${slug}`;
  if (context.json) await output.json({ type: 'listening', url, event, outbox });
  else for (const line of words.ready({ url, event, outbox, ...SAMPLE_RUNNER })) output.talk(line);
  if (open && terminal.canAsk) openBrowser(event, process.platform, context.environment);
  await storefront.ended;
  output.talk(words.stopped);
}

const SELFIE_TEXTS = [
  { ...messagesIn('en').demo.selfie, language: 'en' },
  { ...messagesIn('fr').demo.selfie, language: 'fr' },
] as const;

async function fill(
  environment: NodeJS.ProcessEnv,
  workingFolder: string,
  { messages }: CommandContext,
  stop: AbortSignal,
): Promise<string> {
  const app = await openApp({ environment, workingFolder });
  try {
    return await publishSampleRace(app, workingFolder, SELFIE_TEXTS, stop);
  } catch (error) {
    if (!stop.aborted) throw error;
    const { goOn } = messages.demo;
    throw new FocusError('interrupted', 'demo.interrupted', messages.talk.stopped, { hint: goOn });
  } finally {
    await app.close();
  }
}
