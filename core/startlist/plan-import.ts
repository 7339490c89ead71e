import { FocusError } from '../errors.js';
import { compareEntries, type Entry } from '../domain/entry.js';
import type { SharedBib, StartListDiff } from '../domain/start-list.js';
import type { ColumnMapping } from './column-mapping.js';
import { diffStartList } from './diff.js';
import { FIELDS, type Field, type FieldChoices } from './fields.js';
import { refuseLostRace } from './lost-race.js';
import { mapColumns } from './map-columns.js';
import { parseEntries } from './parse-entries.js';
import { REJECT_TEXTS, type Reject, type Warning } from './row-issues.js';
import type { NameOrder } from './split-name.js';
import type { BrokenLine, Table, TableOrigin, TableRow } from './table.js';

export interface ImportOptions {
  readonly fileName: string;
  /** What a person says of the columns, for this import. */
  readonly choices?: FieldChoices;
  /** What the event remembers of the columns. */
  readonly remembered?: FieldChoices;
  /**
   * The race that this file is the list of: lines that name none belong to it, and the
   * entries of other races stay as they are.
   */
  readonly race?: string | undefined;
  /** Import even if (almost) everybody in a race goes. */
  readonly replace?: boolean | undefined;
  /** The year of the event. */
  readonly currentYear: number;
}

export interface ImportCounts {
  /** Lines below the header that are not blank, and runners above it. Always accepted + rejected + skipped. */
  readonly lines: number;
  readonly accepted: number;
  readonly rejected: number;
  /** Repeated headers and footers. */
  readonly skipped: number;
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  readonly bibSwaps: number;
  readonly unchanged: number;
}

/** Everything an import is going to do, before anything is written. */
export interface ImportPlan {
  readonly origin: TableOrigin;
  readonly mapping: ColumnMapping;
  readonly nameOrder: NameOrder | undefined;
  /** What the event remembers for the next import. */
  readonly remember: FieldChoices;
  /** The whole list as it will be, of this race where one was named. */
  readonly entries: readonly Entry[];
  readonly diff: StartListDiff;
  readonly rejects: readonly Reject[];
  readonly warnings: readonly Warning[];
  /** Repeated headers and footers, told so that a runner taken for one is noticed. */
  readonly skippedLines: readonly number[];
  readonly sharedBibs: readonly SharedBib[];
  readonly counts: ImportCounts;
}

/**
 * Works out an import from a file's rows and the event's present entries.
 *
 * @throws FocusError `input`: those of mapColumns, and `startlist.no-entries` when not one
 * line can be imported, so that a wrong file does not empty a start list; `conflict`: that of
 * refuseLostRace, unless `replace`.
 */
export function planImport(
  table: Table,
  current: readonly Entry[],
  options: ImportOptions,
): ImportPlan {
  const { fileName, race } = options;
  const mapped = mapColumns(table.rows, options);
  const parsed = parseEntries(mapped, options);
  const { broken } = table;
  const strays = mapped.strays.map(rejectStray);
  const rejects = [...strays, ...parsed.rejects, ...broken.map(rejectBroken)].sort(
    (a, b) => a.line - b.line,
  );
  if (parsed.entries.length === 0) throw noEntries(fileName, rejects);
  const entries = [...parsed.entries].sort(compareEntries);
  const inScope = race === undefined ? current : entriesReplacedBy(current, entries, race);
  const diff = diffStartList(inScope, entries);
  if (options.replace !== true) refuseLostRace(fileName, inScope, diff);
  const { changed, bibSwaps, removed, added } = diff;
  return {
    origin: table.origin,
    mapping: mapped.mapping,
    nameOrder: parsed.nameOrder,
    remember: rememberMapping(mapped.mapping, options),
    entries,
    diff,
    rejects,
    warnings: parsed.warnings,
    skippedLines: parsed.skippedLines,
    sharedBibs: parsed.sharedBibs,
    counts: {
      lines: strays.length + mapped.rows.length + broken.length,
      accepted: entries.length,
      rejected: rejects.length,
      skipped: parsed.skippedLines.length,
      added: added.length,
      changed: changed.length,
      removed: removed.length,
      bibSwaps: bibSwaps.length,
      unchanged: entries.length - added.length - changed.length - bibSwaps.length,
    },
  };
}

function rejectBroken({ line, text, reason }: BrokenLine): Reject {
  return { line, column: '', value: text, reason, cells: [text] };
}

function rejectStray({ line, cells }: TableRow): Reject {
  return { line, column: '', value: cells.join(' ').trim(), reason: 'above-header', cells };
}

/** The named race, and any other that the file names itself. */
function entriesReplacedBy(
  current: readonly Entry[],
  entries: readonly Entry[],
  race: string,
): readonly Entry[] {
  const races = new Set([race, ...entries.map((entry) => entry.race)]);
  return current.filter((entry) => races.has(entry.race));
}

function noEntries(fileName: string, rejects: readonly Reject[]): FocusError {
  const [first] = rejects;
  const why =
    first === undefined
      ? 'there is no line below the header'
      : `line ${first.line}, ${first.column || 'whole line'}: ${REJECT_TEXTS[first.reason]}`;
  return new FocusError(
    'input',
    'startlist.no-entries',
    `${fileName} has no line that can be imported (${why})`,
    { hint: 'Check the mapping, and name the bib column if it is wrong: --map bib=Dossard' },
  );
}

/** Every column by its header, so that the next file is read alike even if it has new columns. */
function rememberMapping(
  mapping: ColumnMapping,
  { choices, remembered }: ImportOptions,
): FieldChoices {
  const used: Partial<Record<Field, string>> = {};
  for (const field of FIELDS) {
    const mapped = mapping.fields[field];
    const isSwitchedOff = (choices?.[field] ?? remembered?.[field]) === '';
    if (isSwitchedOff) used[field] = '';
    if (mapped === undefined) continue;
    const { header } = mapped;
    const position = `#${mapped.column + 1}`;
    const isUnique = mapping.headers.filter((other) => other === header).length === 1;
    used[field] = isUnique || header === position ? header : `${position} ${header}`;
  }
  return used;
}
