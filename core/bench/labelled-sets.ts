import { access, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { z } from 'zod';
import { FocusError } from '../errors.js';

/** A kind of CSV that labels the photos beside it. */
export interface Labels<Row> {
  readonly fileName: string;
  /** As in its header, for hints. */
  readonly columns: string;
  readonly row: z.ZodType<Row>;
  readonly codes: { readonly missing: string; readonly bad: string };
  /** What to do where there is none, before the columns are named. */
  readonly purpose: string;
}

/**
 * The labelled folders: the folder itself where it holds the CSV, else each subfolder that
 * does, by name. FocusError `input` where there is none.
 */
export async function findLabelledFolders<Row>(
  folder: string,
  { fileName, columns, codes, purpose }: Labels<Row>,
): Promise<string[]> {
  if (await exists(join(folder, fileName))) return [folder];
  const names = await readdir(folder).catch((cause: unknown) => {
    throw new FocusError('input', 'bench.unreadable-folder', `Cannot read ${folder}`, { cause });
  });
  const found: string[] = [];
  for (const name of names.toSorted()) {
    const subfolder = join(folder, name);
    if (await exists(join(subfolder, fileName))) found.push(subfolder);
  }
  if (found.length > 0) return found;
  throw new FocusError('input', codes.missing, `No ${fileName} in ${folder} or its subfolders`, {
    hint: `${purpose} in a CSV with the columns ${columns}.`,
  });
}

/** The rows of a labelled folder's CSV. FocusError `input` with the row and column that is wrong. */
export async function readLabels<Row>(folder: string, labels: Labels<Row>): Promise<Row[]> {
  const path = join(folder, labels.fileName);
  const parsed = labels.row.array().safeParse(parseCsv(path, await readFile(path, 'utf8'), labels));
  if (parsed.success) return parsed.data;
  const [index, column] = parsed.error.issues[0]?.path ?? [];
  throw new FocusError(
    'input',
    labels.codes.bad,
    `${path}: row ${Number(index) + 1}, column ${String(column)}`,
    { hint: `The columns are ${labels.columns}.`, cause: parsed.error },
  );
}

/** Where a labelled photo is: in `images/` beside the CSV, or beside it. FocusError `input` if in neither. */
export async function locatePhoto(folder: string, file: string): Promise<string> {
  for (const path of [join(folder, 'images', file), join(folder, file)]) {
    if (await exists(path)) return path;
  }
  throw new FocusError('input', 'bench.missing-photo', `${file} is labelled, but not in ${folder}`);
}

function parseCsv(path: string, text: string, { codes }: Pick<Labels<never>, 'codes'>): unknown {
  try {
    return parse(text, { columns: true, bom: true, skip_empty_lines: true, trim: true });
  } catch (cause) {
    throw new FocusError('input', codes.bad, `${path} is not a CSV`, { cause });
  }
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
