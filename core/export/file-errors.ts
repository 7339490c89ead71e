import { FocusError } from '../errors.js';

/** The system's code, such as ENOENT; undefined for errors that are none of the system's. */
export function systemCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

/**
 * Why one file could not be read or written, in words, so that the others go on. A disk that is
 * full stops the export with FocusError `unavailable`, and what is no system error is thrown on.
 */
export function fileReason(error: unknown): string {
  const code = systemCode(error);
  if (code === undefined) throw error;
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    throw new FocusError('unavailable', 'export.disk-full', 'The disk is full', {
      hint: 'Make room and run the same command again: it goes on where it stopped.',
      cause: error,
    });
  }
  return REASONS.get(code) ?? `the system answered ${code}`;
}

const REASONS: ReadonlyMap<string, string> = new Map([
  ['ENOENT', 'it is no longer there'],
  ['ENOTDIR', 'a part of its path is no folder'],
  ['EACCES', 'permission denied'],
  ['EPERM', 'permission denied'],
  ['EROFS', 'the disk is write-protected'],
  ['ENAMETOOLONG', 'its name is too long'],
  ['EISDIR', 'there is a folder of that name'],
]);
