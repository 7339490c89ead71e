import { FocusError } from '../errors.js';
import { errorCode } from './scan-entry.js';

/**
 * What a person can do about a folder that cannot be scanned: it is missing (not-found), a file or a
 * loop of links (input), closed (forbidden), or its disk does not answer (unavailable).
 */
export function rootError(root: string, cause: unknown): FocusError {
  switch (errorCode(cause)) {
    case 'ENOENT':
      return new FocusError('not-found', 'scan.no-folder', `There is no folder ${root}`, {
        hint: 'Check the spelling, and that the card or disk is connected.',
        cause,
      });
    case 'ENOTDIR':
      return new FocusError('input', 'scan.not-a-folder', `${root} is a file, not a folder`, {
        hint: 'Give the folder that holds the photos.',
        cause,
      });
    case 'ELOOP':
      return new FocusError('input', 'scan.link-loop', `${root} is a link that leads to itself`, {
        hint: 'Give the folder itself.',
        cause,
      });
    case 'EACCES':
    case 'EPERM':
      return new FocusError('forbidden', 'scan.no-permission', `No permission to read ${root}`, {
        hint: 'Allow this user to list and open the folder, or run as its owner.',
        cause,
      });
    default:
      return new FocusError('unavailable', 'scan.unreadable', `${root} cannot be read`, {
        hint: 'Check the disk or network share, then try again.',
        cause,
      });
  }
}
