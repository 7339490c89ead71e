import type { BigIntStats } from 'node:fs';
import { toDisplayPath } from './scan-display-path.js';

/** A regular file below the scanned folder: not yet known to be a photo. */
export interface FoundFile {
  readonly kind: 'file';
  /** Relative to the scanned folder, as the bytes the file system uses. */
  readonly path: Buffer;
  /** The same, as text on one line; see toDisplayPath. */
  readonly displayPath: string;
  readonly bytes: number;
  readonly modifiedNs: bigint;
}

/** A folder or file that could not be looked at; what it holds is not counted. */
export interface UnreadableEntry {
  readonly kind: 'unreadable';
  readonly displayPath: string;
  readonly reason: string;
}

/** Why something in a folder was no file for an ingest to look at. */
export type LeftOutCause = 'hidden-file' | 'hidden-folder' | 'system' | 'link' | 'special';

/** Left out on purpose: a hidden file, a loop of links, a second link to the same file, a device. */
export interface SkippedEntry {
  readonly kind: 'skipped';
  readonly cause: LeftOutCause;
  /** A folder that was not entered ends with `/`. */
  readonly displayPath: string;
  readonly reason: string;
}

export type ScanEntry = FoundFile | UnreadableEntry | SkippedEntry;

/** Names are handled as Latin-1 text, one character per byte, so that their order is the bytes' order. */
export type ByteName = string;

export function foundFile(path: ByteName, stats: BigIntStats): FoundFile {
  const bytes = Buffer.from(path, 'latin1');
  return {
    kind: 'file',
    path: bytes,
    displayPath: toDisplayPath(bytes),
    bytes: Number(stats.size),
    modifiedNs: stats.mtimeNs,
  };
}

export function skipped(path: ByteName, cause: LeftOutCause, reason: string): SkippedEntry {
  return { kind: 'skipped', cause, displayPath: displayName(path), reason };
}

export function unreadable(path: ByteName, error: unknown): UnreadableEntry {
  return { kind: 'unreadable', displayPath: displayName(path), reason: reasonOf(error) };
}

function displayName(path: ByteName): string {
  return toDisplayPath(Buffer.from(path, 'latin1'));
}

const REASONS: ReadonlyMap<string, string> = new Map([
  ['EACCES', 'no permission'],
  ['EPERM', 'no permission'],
  ['ENOENT', 'it disappeared while the folder was read, or is a link to nothing'],
  ['ELOOP', 'a link that leads to itself'],
  ['EIO', 'the disk reports a read error'],
  ['ENAMETOOLONG', 'the path is too long for this system'],
]);

function reasonOf(error: unknown): string {
  const code = errorCode(error);
  return REASONS.get(code ?? '') ?? code ?? String(error);
}

/** The system's code of a failed file operation: `ENOENT`, `EACCES` ... */
export function errorCode(error: unknown): string | undefined {
  if (!(error instanceof Error && 'code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
