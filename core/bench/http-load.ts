import { Agent, get } from 'node:http';

export interface HttpLoad {
  readonly origin: string;
  /** The path of the n-th request, from 0. */
  pathOf(index: number): string;
  /** Requests a second, sent evenly; when answers are late, requests still start on time. */
  readonly perSecond: number;
  readonly seconds: number;
  /** Connections at most. */
  readonly clients: number;
}

export interface HttpLoadReport {
  readonly requests: number;
  readonly seconds: number;
  readonly perSecond: number;
  /** Requests without an answer below status 400. */
  readonly errors: number;
  /** From the moment a request was due to its last byte, in milliseconds. */
  readonly latencyMs: { readonly p50: number; readonly p95: number; readonly p99: number };
}

const TICK_MS = 5;
/** Compressing is part of what an answer costs. */
const BROWSERS_ENCODINGS = 'gzip, deflate, br';

/**
 * Loads a server on this machine at a steady rate. Latency counts from the moment a request was
 * due, not sent, so that a server that stalls is not spared the requests it kept waiting
 * ("coordinated omission", G. Tene).
 */
export async function loadHttp(load: HttpLoad): Promise<HttpLoadReport> {
  const agent = new Agent({ keepAlive: true, maxSockets: load.clients });
  const total = Math.round(load.perSecond * load.seconds);
  const latencies: number[] = [];
  const running = new Set<Promise<void>>();
  let errors = 0;
  const startedAt = performance.now();
  for (let index = 0; index < total; index += 1) {
    const dueAt = startedAt + (index * 1000) / load.perSecond;
    while (performance.now() < dueAt) await pause(Math.min(TICK_MS, dueAt - performance.now()));
    const request = fetchWhole(agent, load.origin + load.pathOf(index), addressOf(index)).then(
      (ok) => {
        latencies.push(performance.now() - dueAt);
        if (!ok) errors += 1;
        running.delete(request);
      },
    );
    running.add(request);
  }
  await Promise.all(running);
  const seconds = (performance.now() - startedAt) / 1000;
  agent.destroy();
  latencies.sort((a, b) => a - b);
  const at = (share: number) => latencies[Math.floor(share * (latencies.length - 1))] ?? 0;
  return {
    requests: total,
    seconds,
    perSecond: total / seconds,
    errors,
    latencyMs: { p50: at(0.5), p95: at(0.95), p99: at(0.99) },
  };
}

/** Each visitor has an address of their own, as behind a proxy, so that no rate limit is met. */
function addressOf(index: number): string {
  return `10.${(index >> 16) & 255}.${(index >> 8) & 255}.${index & 255}`;
}

function fetchWhole(agent: Agent, url: string, address: string): Promise<boolean> {
  return new Promise((resolve) => {
    const headers = { 'x-forwarded-for': address, 'accept-encoding': BROWSERS_ENCODINGS };
    get(url, { agent, headers }, (response) => {
      response.on('error', () => resolve(false));
      response.on('end', () => resolve((response.statusCode ?? 500) < 400));
      response.resume();
    }).on('error', () => resolve(false));
  });
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
