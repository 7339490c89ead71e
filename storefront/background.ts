import { setTimeout as sleep } from 'node:timers/promises';
import type { StorefrontContext } from './context.js';

interface BackgroundTask {
  readonly name: string;
  /** Pause between the end of one run and the beginning of the next. */
  readonly everySeconds: number;
  run(context: StorefrontContext, signal: AbortSignal): Promise<unknown>;
}

/** What a shop does by itself. Each also runs when several processes do it: the database keeps them apart. */
const TASKS: readonly BackgroundTask[] = [
  { name: 'sweep', everySeconds: 600, run: ({ shop }) => shop.sweep() },
  { name: 'digests', everySeconds: 60, run: ({ shop }, signal) => shop.mail.queueDigests(signal) },
  // Often: somebody has paid, and the notice of it was lost.
  { name: 'open-orders', everySeconds: 60, run: ({ shop }) => shop.orders.expireOpen() },
  { name: 'returns', everySeconds: 60, run: ({ shop }) => shop.orders.checkReturns() },
  // Buyers wait for their money, and sellers for what they have to decide.
  { name: 'take-downs', everySeconds: 60, run: ({ shop }) => shop.takeDowns.settle() },
  { name: 'selling', everySeconds: 60, run: ({ shop }) => shop.orders.checkSelling() },
  { name: 'test-debits', everySeconds: 2, run: ({ shop }) => shop.payments.test.deliverDue() },
  // Often: the buyer waits for the link.
  { name: 'mail', everySeconds: 3, run: sendMail },
];

async function sendMail(
  { shop, publicUrl, log }: StorefrontContext,
  signal: AbortSignal,
): Promise<void> {
  const { problems, ...counts } = await shop.mail.sendDue(publicUrl, signal);
  if (problems.length > 0) log.warn({ ...counts, problems }, 'mail could not be sent');
}

export interface Background {
  /** Resolves when the runs in hand have ended. */
  stop(): Promise<void>;
}

export function startBackground(context: StorefrontContext): Background {
  const stopping = new AbortController();
  const loops = TASKS.map((task) => repeat(task, context, stopping.signal));
  return {
    async stop() {
      stopping.abort();
      await Promise.all(loops);
    },
  };
}

async function repeat(
  { name, everySeconds, run }: BackgroundTask,
  context: StorefrontContext,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    try {
      await run(context, signal);
    } catch (err) {
      // The next run may do better: a database comes back.
      context.log.error({ err, task: name }, 'background task failed');
    }
    await sleep(everySeconds * 1000, undefined, { signal, ref: false }).catch(() => undefined);
  }
}
