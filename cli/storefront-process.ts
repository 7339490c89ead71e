import { fileURLToPath } from 'node:url';
import { execaNode } from 'execa';
import { FocusError, type ErrorKind } from '../core/index.js';

export interface StorefrontProcessOptions {
  readonly environment: NodeJS.ProcessEnv;
  /** Where its project file is looked for; this process's own unless given. */
  readonly workingFolder?: string;
  /** Unless the environment says otherwise. */
  readonly logLevel: 'warn' | undefined;
  /** Asks it to finish what is in hand and to end. */
  readonly stop: AbortSignal;
}

export interface ListeningStorefront {
  /** Where it answers. */
  readonly url: string;
  /** Its links lead to `url`, which others may not reach. */
  readonly isUrlGuessed: boolean;
  /** Settings of which the legal pages miss a value. */
  readonly legalGaps: readonly string[];
}

export interface StorefrontProcess {
  /** Rejects with the FocusError that kept it from it. */
  readonly listening: Promise<ListeningStorefront>;
  /** Rejects where it ended without being asked to. */
  readonly ended: Promise<void>;
}

/** What the storefront's process says of itself (storefront/announce.ts). */
type Announcement =
  | ({ readonly type: 'listening' } & ListeningStorefront)
  | {
      readonly type: 'failed';
      readonly kind: ErrorKind;
      readonly code: string;
      readonly message: string;
      readonly hint?: string;
    };

/** Runs the storefront as a process of its own: the command line loads nothing of the web. */
export function startStorefront(options: StorefrontProcessOptions): StorefrontProcess {
  const { environment, workingFolder = process.cwd(), logLevel, stop } = options;
  const entry = fileURLToPath(new URL('../storefront/main.js', import.meta.url));
  const child = execaNode(entry, {
    env: logLevel === undefined ? environment : { FOCUSRACER_LOG_LEVEL: logLevel, ...environment },
    extendEnv: false,
    cwd: workingFolder,
    stdin: 'ignore',
    stdout: 'inherit',
    stderr: 'inherit',
    ipc: true,
    reject: false,
  });
  const end = () => void child.kill('SIGTERM');
  if (stop.aborted) end();
  else stop.addEventListener('abort', end, { once: true });

  async function waitForEnd(): Promise<void> {
    const { exitCode, signal } = await child;
    if (exitCode === 0 || stop.aborted) return;
    throw new FocusError(
      'unavailable',
      'serve.ended',
      `The storefront ended by itself (${signal ?? `exit code ${exitCode ?? '?'}`})`,
      { hint: 'What it wrote before says more.' },
    );
  }

  const ended = waitForEnd();
  // Heard of by whoever waits for it, which may be nobody before it listens.
  ended.catch(() => undefined);
  const announced = child.getOneMessage().then(
    // Sent by our own process, of the same build.
    (message) => readAnnouncement(message as Announcement),
    async () => {
      await ended;
      throw new FocusError('interrupted', 'serve.interrupted', 'Stopped before it listened');
    },
  );
  return { listening: announced, ended };
}

function readAnnouncement(announcement: Announcement): ListeningStorefront {
  if (announcement.type === 'listening') return announcement;
  const { kind, code, message, hint } = announcement;
  throw new FocusError(kind, code, message, hint === undefined ? {} : { hint });
}
