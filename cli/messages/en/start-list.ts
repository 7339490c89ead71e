import { counted, type Count } from '../count.js';

/** What is said about start lists. Reasons are keyed as core names them. */
export const startList = {
  columns: 'Columns of the start list:',
  mapped: (field: string, header: string, why: string) => `  ${field}: ${header} (${why})`,
  leftAside: (header: string, why: string) => `  left aside: ${header} (${why})`,
  forgotten: (field: string) => `  the remembered column for ${field} is not in this file`,
  fields: {
    bib: 'bib',
    lastName: 'last name',
    firstName: 'first name',
    name: 'name',
    sex: 'sex',
    birth: 'birth',
    category: 'category',
    club: 'club',
    team: 'team',
    race: 'race',
    nationality: 'nationality',
    birthYear: 'birth year',
  },
  mappedBecause: {
    chosen: 'as you said',
    remembered: 'as remembered for this event',
    header: 'by its header',
    content: 'by its values',
  },
  unusedBecause: {
    'not-kept': 'not needed to find photos',
    unknown: 'its header says nothing known',
    'less-clear': 'another column says it more clearly',
    ambiguous: 'several columns fit: name one with --map',
    'same-values': 'a copy of another column',
    content: 'its values are not what its header says',
  },
  rejectedBecause: {
    'bib-missing': 'no bib',
    'bib-without-digit': 'a bib has at least one digit',
    'bib-zero': 'zero usually stands for "no bib yet"',
    'bib-is-a-date': 'a date: a spreadsheet may have changed a bib such as 1-5',
    'bib-is-a-decimal': 'a decimal, shortened or grouped number (1.000)',
    'bib-several': 'several bibs in one cell',
    'bib-too-long': 'longer than a bib',
    'bib-bad-character': 'a character that no bib has',
    'unclosed-quote': 'a quotation mark that is not closed',
    'line-too-long': 'the line is too long',
    duplicate: 'the same person, bib and race as another line',
    'too-many-cells': 'more cells than headers',
    'text-too-long': 'the text is too long',
    'above-header': 'above the line with the headers',
  },
  warnedBecause: {
    'sex-unknown': 'sex not understood, left empty',
    'birth-unknown': 'birth not understood, left empty',
    'letter-lost': 'a letter was lost before this file was written',
  },
  issue: (line: string, column: string, value: string, reason: string) =>
    `Line ${line}, ${column}: "${value}": ${reason}`,
  wholeLine: 'whole line',
  skipped: (count: string, lines: string) =>
    `Lines skipped as repeated headers or totals: ${count} (${lines})`,
  moreIssues: ({ text }: Count) => `... and ${text} more`,
  sharedBib: (bib: string, people: Count) =>
    `Bib ${bib} is worn by ${counted(people, 'person', 'people')}.`,
  rejectsFile: (count: string, file: string) => `Lines refused: ${count}, written to ${file}`,
  rejectsPlanned: (count: string) => `Lines that would be refused: ${count}`,
  counts: (entries: Count, added: Count, changed: Count, removed: Count, swaps: Count) =>
    `${counted(entries, 'entry', 'entries')}: ${added.text} added, ${changed.text} changed, ${removed.text} removed, ${swaps.text} with another bib`,
  dryRun: 'Nothing was written (--dry-run).',
  added: (entry: string) => `+ ${entry}`,
  removed: (entry: string) => `- ${entry}`,
  changed: (entry: string, changes: string) => `~ ${entry}: ${changes}`,
  swapped: (entry: string, before: string, after: string) =>
    `~ ${entry}: bib ${before} -> ${after}`,
  noDifference: 'No difference.',
  shown: (shown: string, total: Count) =>
    `${shown} of ${counted(total, 'entry', 'entries')}; --limit shows more.`,
};
