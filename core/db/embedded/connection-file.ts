import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import type { ServerLocation } from './location.js';
import type { ProcessIdentity } from '../../platform/process-identity.js';
import { hasSystemCode } from '../../platform/system-error.js';

/** How to reach the running server, written by its keeper for every process of the same user. */
export interface ServerConnection {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly database: string;
  readonly password: string;
  readonly version: string;
  readonly keeper: ProcessIdentity;
}

export function writeConnection(location: ServerLocation, connection: ServerConnection): void {
  const draft = `${location.connectionFile}.new`;
  writeFileSync(draft, JSON.stringify(connection), { mode: 0o600 });
  renameSync(draft, location.connectionFile);
}

/** `undefined` where there is none. What it says holds only while its keeper runs. */
export function readConnection(location: ServerLocation): ServerConnection | undefined {
  try {
    const value: unknown = JSON.parse(readFileSync(location.connectionFile, 'utf8'));
    return isConnection(value) ? value : undefined;
  } catch (error) {
    // SyntaxError: the machine lost power before the content was on disk.
    if (hasSystemCode(error, 'ENOENT') || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

export function removeConnection(location: ServerLocation): void {
  rmSync(location.connectionFile, { force: true });
}

/** Written and read by this file alone: one telling field is enough to know a whole one. */
function isConnection(value: unknown): value is ServerConnection {
  return typeof value === 'object' && value !== null && 'keeper' in value && 'password' in value;
}
