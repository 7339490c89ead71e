import type { LinkEnd } from '../../domain/download.js';

/** As a mail says it: nothing where a link downloads for good. */
export function endOf(end: LinkEnd): { readonly downloadUntil?: string } {
  return end === 'for-good' ? {} : { downloadUntil: end.toISOString() };
}
