import type { PageKind } from './crowd-client.js';

interface Answered {
  readonly kind: PageKind;
  readonly status: number;
  readonly milliseconds: number;
}

const WINDOW_MS = 60_000;

/** What people met with. */
export function recordPeople() {
  const latencies: number[] = [];
  const refused: Partial<Record<PageKind, number>> = {};
  const failed: Record<string, number> = {};
  const orders = { placed: 0, paid: 0 };
  return {
    note({ kind, status, milliseconds }: Answered): void {
      latencies.push(milliseconds);
      if (status === 429) refused[kind] = (refused[kind] ?? 0) + 1;
      else if (status >= 400) failed[`${kind} ${status}`] = (failed[`${kind} ${status}`] ?? 0) + 1;
    },
    noteOrder(done: 'placed' | 'paid'): void {
      orders[done] += 1;
    },
    report() {
      latencies.sort((a, b) => a - b);
      const at = (share: number) => latencies[Math.floor(share * (latencies.length - 1))] ?? 0;
      return {
        pages: latencies.length,
        refused,
        failed,
        orders: { ...orders },
        latencyMs: { p50: at(0.5), p95: at(0.95), p99: at(0.99) },
      };
    },
  };
}

/** What a scraper got. */
export function recordScraper(now: () => number) {
  const photoTimes: number[] = [];
  let requests = 0;
  return {
    note({ kind, status }: Answered): void {
      requests += 1;
      if (kind === 'photo' && status === 200) photoTimes.push(now());
    },
    report: () => ({
      requests,
      photoPages: photoTimes.length,
      mostInAMinute: mostWithin(photoTimes, WINDOW_MS),
    }),
  };
}

/** The most of the moments that lie within one span of that length. */
function mostWithin(moments: readonly number[], length: number): number {
  let first = 0;
  let most = 0;
  moments.forEach((moment, index) => {
    while (moment - (moments[first] ?? moment) >= length) first += 1;
    most = Math.max(most, index - first + 1);
  });
  return most;
}
