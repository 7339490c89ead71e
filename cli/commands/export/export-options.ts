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
  readonly dryRun?: boolean;
}
