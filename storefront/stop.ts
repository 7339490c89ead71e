import type { Server } from 'node:http';

/** A download in progress has this long to end, in milliseconds; orchestrators kill after 30 seconds. */
const DEADLINE_MS = 20_000;

export interface StopOptions {
  readonly server: Server;
  /** What is to be closed when no request needs it any more. */
  finish(): Promise<void>;
  readonly deadlineMs?: number;
}

export interface Stop {
  begin(): Promise<void>;
  readonly done: Promise<void>;
}

/** Stops a server gently: no new connections, the requests in hand are finished, up to a deadline. */
export function createStop({ server, finish, deadlineMs = DEADLINE_MS }: StopOptions): Stop {
  let begun: Promise<void> | undefined;
  let settle: { resolve(): void; reject(error: unknown): void };
  const done = new Promise<void>((resolve, reject) => {
    settle = { resolve, reject };
  });
  // Whoever calls `begin` hears of the failure too.
  done.catch(() => undefined);

  async function stop(): Promise<void> {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    // Answers still to be sent tell their clients to come on another connection.
    server.prependListener('request', (_request, response) =>
      response.setHeader('Connection', 'close'),
    );
    const idle = setInterval(() => server.closeIdleConnections(), 100);
    const deadline = setTimeout(() => server.closeAllConnections(), deadlineMs);
    await closed;
    clearInterval(idle);
    clearTimeout(deadline);
    await finish();
  }

  return {
    begin() {
      begun ??= stop().then(settle.resolve, (error: unknown) => {
        settle.reject(error);
        throw error;
      });
      return begun;
    },
    done,
  };
}
