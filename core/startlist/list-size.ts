import { FocusError } from '../errors.js';

/** About 600,000 runners with everything registration tools know of them. */
export const MAX_LIST_BYTES = 128 * 1024 * 1024;

/** @throws FocusError `input` `startlist.too-large` above MAX_LIST_BYTES. */
export function checkListSize(bytes: number, fileName: string): void {
  if (bytes <= MAX_LIST_BYTES) return;
  throw new FocusError('input', 'startlist.too-large', `${fileName} is larger than 128 MB`, {
    hint: 'Leave out the columns that are not needed, or import one race at a time.',
  });
}
