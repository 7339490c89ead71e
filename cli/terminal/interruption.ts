import type { EventEmitter } from 'node:events';

const INTERRUPTED_EXIT_CODE = 130;

export interface Interruption {
  /**
   * Asks a command to begin nothing new and to finish what is in hand. Whoever takes it
   * promises to do so, and is told of the request to tell the person; without a taker, the
   * first Ctrl-C ends the program at once.
   */
  takeSignal(onRequest: () => void): AbortSignal;
  /** Begins a stop as Ctrl-C would. */
  request(): void;
  stopListening(): void;
}

export interface InterruptionOptions {
  readonly source: Pick<EventEmitter, 'on' | 'off'>;
  readonly quit: (exitCode: number) => void;
}

export function listenForInterruption(options: InterruptionOptions): Interruption {
  const controller = new AbortController();
  let tellTaker: (() => void) | undefined;

  function request(): void {
    if (tellTaker === undefined || controller.signal.aborted) {
      options.quit(INTERRUPTED_EXIT_CODE);
      return;
    }
    tellTaker();
    controller.abort();
  }

  options.source.on('SIGINT', request);
  options.source.on('SIGTERM', request);

  return {
    takeSignal(onRequest) {
      tellTaker = onRequest;
      return controller.signal;
    },
    request,
    stopListening() {
      options.source.off('SIGINT', request);
      options.source.off('SIGTERM', request);
    },
  };
}
