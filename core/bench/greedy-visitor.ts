import { Agent, get } from 'node:http';

export interface GreedyVisitor {
  readonly origin: string;
  /** Connections, on each of which the next request follows the last answer. */
  readonly connections: number;
  /** The path of the n-th request, from 0. */
  pathOf(index: number): string;
}

export interface GreedReport {
  readonly answers: number;
  /** Answers of 429 or 503: what the visitor was told to come again for. */
  readonly refused: number;
}

/** One visitor's address and session; nobody else's. */
const ADDRESS = '172.16.0.1';

/** Asks for the same dear thing as fast as it is answered, until it is stopped. */
export function askGreedily({ origin, connections, pathOf }: GreedyVisitor) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  let going = true;
  let asked = 0;
  const report = { answers: 0, refused: 0 };

  function ask(path: string): Promise<number> {
    return new Promise((resolve) => {
      const headers = { 'x-forwarded-for': ADDRESS };
      get(origin + path, { agent, headers }, (response) => {
        response.on('error', () => resolve(0));
        response.on('end', () => resolve(response.statusCode ?? 0));
        response.resume();
      }).on('error', () => resolve(0));
    });
  }

  async function goOn(): Promise<void> {
    while (going) {
      const status = await ask(pathOf(asked++));
      report.answers += 1;
      if (status === 429 || status === 503) report.refused += 1;
    }
  }

  const lines = Array.from({ length: connections }, goOn);
  return {
    async stop(): Promise<GreedReport> {
      going = false;
      await Promise.all(lines);
      agent.destroy();
      return report;
    },
  };
}
