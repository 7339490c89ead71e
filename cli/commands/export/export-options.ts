import type { Bib, KeywordKind } from '../../../core/index.js';
import type { CommandContext } from '../../context.js';
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

/** By format, the options that mean nothing for it. A table has no dry run: it is data on stdout. */
const FOREIGN_OPTIONS = {
  csv: ['to', 'keywords', 'dryRun'],
  json: ['to', 'keywords', 'dryRun'],
  xmp: ['output'],
  iptc: ['output'],
} as const satisfies Record<ExportOptions['format'], readonly (keyof ExportOptions)[]>;

/** FocusError `input` for an option that would do nothing, which a person would not notice. */
export async function checkExportOptions(
  options: ExportOptions,
  { messages }: CommandContext,
): Promise<void> {
  const { format } = options;
  const foreign = FOREIGN_OPTIONS[format].find((name) => options[name] !== undefined);
  if (foreign === undefined) return;
  const { FocusError } = await import('../../../core/index.js');
  const words = messages.talk.export;
  const flag = foreign === 'dryRun' ? '--dry-run' : `--${foreign}`;
  const hint = foreign === 'output' ? words.forTables : words.forKeywords;
  throw new FocusError('input', 'export.foreign-option', words.foreignOption(flag, format), {
    hint,
  });
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
