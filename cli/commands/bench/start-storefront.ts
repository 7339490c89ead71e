import { randomUUID } from 'node:crypto';
import type { RunningStorefront } from '../../../core/index.js';

/** A storefront in another process, as the measurements ask for it. */
export async function startMeasured(environment: NodeJS.ProcessEnv): Promise<RunningStorefront> {
  const { startStorefront } = await import('../../storefront-process.js');
  const stopping = new AbortController();
  // Behind a proxy, as the measured one believes to be, the metrics are nobody's without it.
  const metricsToken = randomUUID();
  const storefront = startStorefront({
    environment: {
      ...environment,
      FOCUSRACER_HOST: '127.0.0.1',
      FOCUSRACER_PORT: '0',
      FOCUSRACER_METRICS_TOKEN: metricsToken,
    },
    logLevel: 'warn',
    stop: stopping.signal,
  });
  const { url: origin } = await storefront.listening;
  return {
    origin,
    async memoryBytes() {
      const headers = { Authorization: `Bearer ${metricsToken}` };
      const metrics = await (await fetch(`${origin}/metrics`, { headers })).text();
      return Number(/^process_resident_memory_bytes (\S+)$/m.exec(metrics)?.[1]);
    },
    async stop() {
      stopping.abort();
      await storefront.ended;
    },
  };
}
