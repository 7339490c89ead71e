import type {
  Entry,
  EntryChange,
  ImportedStartList,
  ImportPlan,
  StartListDiff,
} from '../../core/index.js';
import type { Messages } from '../messages/messages.js';
import type { Format } from '../terminal/format.js';
import { onOneLine } from '../terminal/one-line.js';

/** More are in the rejects file and in `--json`. */
const MOST_ISSUES = 20;

/** The columns that were understood, and what is wrong with the list. */
export function importTalk(plan: ImportPlan, messages: Messages, format: Format): string[] {
  return [
    ...mappingLines(plan, messages),
    ...skippedLines(plan, messages, format),
    ...issueLines(plan, messages, format),
  ].map(onOneLine);
}

/** A finished import, told as one. */
export function importLines(
  { plan, rejectsFile }: ImportedStartList,
  messages: Messages,
  format: Format,
): string[] {
  const lines = [...importTalk(plan, messages, format), countsLine(plan.counts, messages, format)];
  if (rejectsFile === undefined) return lines;
  const refused = format.count(plan.rejects.length);
  return [...lines, onOneLine(messages.startList.rejectsFile(refused, rejectsFile))];
}

/** An import for programs; the entries themselves are left out. */
export function importJson({ plan, rejectsFile }: ImportedStartList): object {
  const { mapping, counts, rejects, warnings, skippedLines, sharedBibs } = plan;
  return { ...counts, mapping, rejects, warnings, skippedLines, sharedBibs, rejectsFile };
}

/** Which column was taken for what and why, and which were left aside: nothing is guessed silently. */
function mappingLines({ mapping }: ImportPlan, { startList: words }: Messages): string[] {
  const fields = Object.keys(mapping.fields) as (keyof typeof mapping.fields)[];
  return [
    words.columns,
    ...fields.flatMap((field) => {
      const column = mapping.fields[field];
      if (column === undefined) return [];
      return [words.mapped(words.fields[field], column.header, words.mappedBecause[column.why])];
    }),
    ...mapping.unused.map(({ header, why }) => words.leftAside(header, words.unusedBecause[why])),
    ...mapping.forgotten.map((field) => words.forgotten(words.fields[field])),
  ];
}

function skippedLines(
  { skippedLines: skipped }: ImportPlan,
  { startList: words }: Messages,
  format: Format,
): string[] {
  if (skipped.length === 0) return [];
  const shown = skipped.slice(0, MOST_ISSUES).join(', ');
  const lines = skipped.length > MOST_ISSUES ? `${shown}, ...` : shown;
  return [words.skipped(format.count(skipped.length), lines)];
}

/** Lines that are refused, values that are not understood, bibs that several people wear. */
function issueLines(plan: ImportPlan, messages: Messages, format: Format): string[] {
  const { startList: words } = messages;
  const describe = (
    issue: { readonly line: number; readonly column: string; readonly value: string },
    reason: string,
  ): string => {
    const column = issue.column === '' ? words.wholeLine : issue.column;
    return words.issue(String(issue.line), column, issue.value, reason);
  };
  const lines = [
    ...plan.rejects.map((reject) => describe(reject, words.rejectedBecause[reject.reason])),
    ...plan.warnings.map((warning) => describe(warning, words.warnedBecause[warning.reason])),
    ...plan.sharedBibs.map(({ bib, entries }) => words.sharedBib(bib, format.amount(entries))),
  ];
  const more = lines.length - MOST_ISSUES;
  return more <= 0
    ? lines
    : [...lines.slice(0, MOST_ISSUES), words.moreIssues(format.amount(more))];
}

export function countsLine(
  counts: Pick<ImportPlan['counts'], 'accepted' | 'added' | 'changed' | 'removed' | 'bibSwaps'>,
  { startList: words }: Messages,
  { amount }: Format,
): string {
  const { accepted, added, changed, removed, bibSwaps } = counts;
  return words.counts(
    amount(accepted),
    amount(added),
    amount(changed),
    amount(removed),
    amount(bibSwaps),
  );
}

/** One line for each entry that is added, removed or changed. */
export function* diffLines(diff: StartListDiff, messages: Messages): Generator<string> {
  for (const line of describeDiff(diff, messages)) yield onOneLine(line);
}

function* describeDiff(diff: StartListDiff, messages: Messages): Generator<string> {
  const { startList: words } = messages;
  for (const entry of diff.added) yield words.added(entryText(entry));
  for (const entry of diff.removed) yield words.removed(entryText(entry));
  for (const change of diff.changed) {
    yield words.changed(entryText(change.after), changesText(change, messages));
  }
  for (const { before, after } of diff.bibSwaps) {
    yield words.swapped(nameText(after), before.bib, after.bib);
  }
}

function entryText(entry: Entry): string {
  const race = entry.race === '' ? '' : `(${entry.race})`;
  return [entry.bib, nameText(entry), race].filter((part) => part !== '').join(' ');
}

function nameText({ lastName, firstName }: Entry): string {
  return [lastName, firstName].filter((part) => part !== '').join(' ');
}

function changesText({ before, after, fields }: EntryChange, { startList }: Messages): string {
  return fields
    .map(
      (field) => `${startList.fields[field]} "${before[field] ?? ''}" -> "${after[field] ?? ''}"`,
    )
    .join(', ');
}
