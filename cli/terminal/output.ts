import type { Writable } from 'node:stream';

/** Where a command's data goes (stdout) and where it talks to the person (stderr). */
export interface Output {
  /** One line of data; wait for it when writing many, so that a slow reader is not outrun. */
  line(text: string): Promise<void>;
  /** Text as it is, with its own line ends. */
  text(text: string): Promise<void>;
  /** One JSON value on a line of its own. */
  json(value: unknown): Promise<void>;
  /** One line of talk. */
  talk(text: string): void;
  /** When all data is written. FocusError `unavailable` where it could not be: a disk that is full. */
  flush(): Promise<void>;
}

export interface OutputStreams {
  readonly stdout: Writable;
  readonly stderr: Writable;
}

/**
 * Once the reader of stdout has gone away (`focusracer photos | head`), or its terminal has, lines
 * are dropped silently and `onReaderGone` is called, once. After another failure they are dropped
 * as well, and `flush` tells of it: the work of a command goes on. Talk that nobody can read stops
 * nothing.
 */
export function createOutput(streams: OutputStreams, onReaderGone: () => void): Output {
  let readerGone = false;
  let failure: Error | undefined;
  streams.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE' && error.code !== 'EIO') {
      failure ??= error;
      return;
    }
    if (!readerGone) onReaderGone();
    readerGone = true;
  });
  streams.stderr.on('error', () => undefined);

  async function write(text: string): Promise<void> {
    if (readerGone || failure !== undefined) return;
    if (streams.stdout.write(text)) return;
    await drained(streams.stdout);
  }

  return {
    line: (text) => write(`${text}\n`),
    text: write,
    json: (value) => write(`${JSON.stringify(value)}\n`),
    talk: (text) => void streams.stderr.write(`${text}\n`),
    async flush() {
      await new Promise<void>((resolve) => {
        streams.stdout.write('', () => {
          resolve();
        });
      });
      if (failure === undefined) return;
      const { FocusError } = await import('../../core/index.js');
      throw new FocusError('unavailable', 'output.cannot-write', 'The output cannot be written', {
        hint: String(failure),
        cause: failure,
      });
    },
  };
}

/** After an error there is no 'drain' to wait for. */
function drained(stream: Writable): Promise<void> {
  return new Promise((resolve) => {
    const events = ['drain', 'error', 'close'];
    const settle = (): void => {
      for (const event of events) stream.off(event, settle);
      resolve();
    };
    for (const event of events) stream.on(event, settle);
  });
}
