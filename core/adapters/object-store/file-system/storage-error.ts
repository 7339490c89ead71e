import { FocusError } from '../../../errors.js';
import { hasSystemCode } from '../../../platform/system-error.js';

/** What a person can do about a failed access; the error itself where it is none of these. */
export function asStorageError(cause: unknown, key: string, root: string): unknown {
  if (hasSystemCode(cause, 'ENOENT', 'EISDIR', 'ENOTDIR')) {
    return new FocusError('not-found', 'object.missing', `There is no object ${key}.`, { cause });
  }
  if (hasSystemCode(cause, 'ENOSPC', 'EDQUOT')) {
    return new FocusError(
      'unavailable',
      'object.disk-full',
      `The disk that holds ${root} is full; ${key} was not saved.`,
      {
        hint: 'Free some space and run the command again: what was saved before is kept.',
        cause,
      },
    );
  }
  if (hasSystemCode(cause, 'EACCES', 'EPERM', 'EROFS')) {
    return new FocusError(
      'config',
      'object.not-permitted',
      `The object store ${root} may not be read or written: ${String(cause)}`,
      {
        hint: 'Give your user the right to it, or configure another folder: focusracer config set objects <folder>.',
        cause,
      },
    );
  }
  if (hasSystemCode(cause, 'EIO', 'ESTALE', 'EMFILE', 'ENFILE', 'ENXIO', 'ENODEV'))
    return diskFailed(cause, root);
  return cause;
}

/** The same for a write, where a missing folder is no missing object. */
export function asWriteError(cause: unknown, key: string, root: string): unknown {
  // The folder was there when the store was opened: a disk was unplugged.
  if (hasSystemCode(cause, 'ENOENT')) return diskFailed(cause, root);
  if (hasSystemCode(cause, 'EISDIR', 'ENOTDIR', 'EEXIST', 'ENOTEMPTY')) {
    return new FocusError(
      'conflict',
      'object.key-taken',
      `${key} cannot be stored beside the objects that are there.`,
      { cause },
    );
  }
  return asStorageError(cause, key, root);
}

function diskFailed(cause: unknown, root: string): FocusError {
  return new FocusError(
    'unavailable',
    'object.disk-failed',
    `The disk that holds ${root} does not answer: ${String(cause)}`,
    {
      hint: 'Check that the disk is connected, then run the command again.',
      cause,
    },
  );
}
