import type { Bib, KeywordKind } from '../../../core/index.js';
import type { EventOption } from '../options.js';

export type TableFormat = 'csv' | 'json';
/** Sidecars beside the photos, or copies of the photos that carry their keywords. */
export type KeywordFormat = 'xmp' | 'iptc';

export interface ExportOptions extends EventOption {
  readonly format: TableFormat | KeywordFormat;
  readonly output?: string;
  readonly to?: string;
  readonly bib?: string;
  readonly kept?: boolean;
  /** Both kinds unless one is named. */
  readonly keywords?: KeywordKind;
  readonly dryRun?: boolean;
}

interface Selection {
  readonly only: 'kept' | 'all';
  readonly bib: Bib | undefined;
}

/** Which photos are exported. FocusError `input` for a bib that is none. */
export async function selectionOf({ kept = false, bib: text }: ExportOptions): Promise<Selection> {
  const only = kept ? 'kept' : 'all';
  if (text === undefined) return { only, bib: undefined };
  const { FocusError, parseBib } = await import('../../../core/index.js');
  const bib = parseBib(text);
  if (bib !== undefined) return { only, bib };
  throw new FocusError('input', 'bib.unreadable', `"${text}" is not a bib`);
}
