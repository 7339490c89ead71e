import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Logger } from 'pino';
import { FocusError, isLoopback, isPublic, legalGaps, localUrl, type Shop } from '../core/index.js';
import { startBackground } from './background.js';
import { createContext } from './context.js';
import { createStorefront } from './server.js';
import { createStop } from './stop.js';

export interface RunningStorefront {
  /** Where it answers, without a trailing slash. */
  readonly url: string;
  /** Links in mails, QR codes and shares lead to `url`, which others may not reach: nobody said where they do. */
  readonly isUrlGuessed: boolean;
  /** Settings of which the legal pages miss a value; none where the shop is not for others. */
  readonly legalGaps: readonly string[];
  /** Takes no more requests, finishes those in hand, and closes the shop. Calling again changes nothing. */
  stop(): Promise<void>;
  readonly stopped: Promise<void>;
}

/**
 * Longer than proxies keep an idle connection to us (Caddy 2 minutes, nginx 1): a request that they
 * send while we close is lost, and answered by 502.
 */
const KEEP_ALIVE_MS = 125_000;

/**
 * Listens, and runs what a shop does by itself, until it is stopped. Closes the shop in the end, also
 * where it cannot sell, or listen: FocusError `config` of shop.payments.check and
 * `serve.cannot-listen`, `conflict` `serve.port-taken`.
 */
export async function runStorefront(shop: Shop, log: Logger): Promise<RunningStorefront> {
  const server = createServer({ keepAliveTimeout: KEEP_ALIVE_MS });
  try {
    shop.payments.check();
    await listen(server, shop.settings);
  } catch (error) {
    await shop.close();
    throw error;
  }
  const url = urlOf(server, shop.settings.host);
  const { publicUrl, host } = shop.settings;
  const context = createContext({ shop, log, publicUrl: publicUrl ?? url });
  server.on('request', createStorefront(context));
  const background = startBackground(context);
  const stop = createStop({
    server,
    async finish() {
      await background.stop();
      await shop.close();
    },
  });
  const isUrlGuessed = publicUrl === undefined && !isLoopback(host);
  const gaps = isPublic(shop.settings) ? legalGaps(shop.settings) : [];
  return { url, isUrlGuessed, legalGaps: gaps, stop: stop.begin, stopped: stop.done };
}

async function listen(server: Server, { host, port }: Shop['settings']): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      reject(cannotListen(cause, `${host}:${port}`));
    });
    server.listen({ host, port }, resolve);
  });
}

function cannotListen(cause: NodeJS.ErrnoException, place: string): FocusError {
  return cause.code === 'EADDRINUSE'
    ? new FocusError('conflict', 'serve.port-taken', `Something else listens on ${place}`, {
        hint: 'Stop it, or choose another port with --port.',
        cause,
      })
    : new FocusError('config', 'serve.cannot-listen', `Cannot listen on ${place}`, {
        hint: 'Check the settings host and port.',
        cause,
      });
}

function urlOf(server: Server, host: string): string {
  // A server on TCP has an address of this kind once it listens.
  const { port } = server.address() as AddressInfo;
  return localUrl(host, port);
}
