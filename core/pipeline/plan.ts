import type { KnownFile } from '../db/queries/files.js';

/** Size and time are enough to know a file again; its bytes are read only when one of them changed. */
export function isUnchanged(
  found: { readonly bytes: number; readonly modifiedNs: bigint },
  known: KnownFile | undefined,
): known is KnownFile {
  return (
    known !== undefined &&
    known.outcome !== 'failed' && // what failed is tried again
    known.bytes === found.bytes &&
    known.modifiedNs === found.modifiedNs
  );
}
