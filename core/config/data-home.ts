import { chmodSync, mkdirSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import envPaths from 'env-paths';
import { FocusError } from '../errors.js';
import { hasSystemCode } from '../platform/system-error.js';

/** Absolute paths of everything focusracer keeps on this machine. */
export interface DataHome {
  readonly root: string;
  /** The embedded database. */
  readonly postgres: string;
  /** Originals and versions, unless `objects` is configured. */
  readonly objects: string;
  /** May be deleted at any time. */
  readonly cache: string;
  readonly logs: string;
  /** The user's settings. */
  readonly configFile: string;
  /** Signs the links of the file-system object store. */
  readonly signingSecretFile: string;
  /** Signs the cookies, forms and mailed links of the storefront. */
  readonly shopSecretFile: string;
  /** Mail that no service was configured to send, as `.eml` files. */
  readonly outbox: string;
}

/** FOCUSRACER_HOME, else the platform's usual place for an application's data. Touches no disk. */
export function locateDataHome(env: Readonly<Record<string, string | undefined>>): DataHome {
  const given = env['FOCUSRACER_HOME'];
  const root =
    given === undefined || given === ''
      ? envPaths('focusracer', { suffix: '' }).data
      : resolve(given);
  return {
    root,
    postgres: join(root, 'postgres'),
    objects: join(root, 'objects'),
    cache: join(root, 'cache'),
    logs: join(root, 'logs'),
    configFile: join(root, 'config.json'),
    signingSecretFile: join(root, 'signing-secret'),
    shopSecretFile: join(root, 'shop-secret'),
    outbox: join(root, 'outbox'),
  };
}

/**
 * Makes the data home at first use, for its owner alone.
 * FocusError `config` `home.not-writable`, or `unavailable` `home.disk-full`.
 */
export function createDataHome(home: DataHome): void {
  try {
    const isRoot = process.getuid?.() === 0;
    mkdirSync(home.root, { recursive: true, mode: 0o700 });
    // As root, PostgreSQL runs under another account that has to pass through,
    // without seeing: each folder within is closed.
    if (isRoot && readdirSync(home.root).length === 0) chmodSync(home.root, 0o711);
    for (const folder of [home.objects, home.cache, home.logs])
      mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (cause) {
    if (hasSystemCode(cause, 'ENOSPC', 'EDQUOT')) {
      throw new FocusError(
        'unavailable',
        'home.disk-full',
        `The disk that holds the data home ${home.root} is full.`,
        {
          hint: 'Free some space, or point FOCUSRACER_HOME at another disk.',
          cause,
        },
      );
    }
    throw new FocusError(
      'config',
      'home.not-writable',
      `The data home ${home.root} cannot be used: ${String(cause)}`,
      {
        hint: 'Point FOCUSRACER_HOME at a folder your user may write to.',
        cause,
      },
    );
  }
}
