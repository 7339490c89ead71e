import { access, readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { FocusError } from '../errors.js';

export interface TruthPhoto {
  readonly file: string;
  /** Where the photo is: in `images/` beside the CSV, or beside it. */
  readonly path: string;
  readonly bibs: readonly string[];
  readonly optional: readonly string[];
  readonly complete: boolean;
}

export interface TruthSet {
  readonly name: string;
  readonly photos: readonly TruthPhoto[];
}

const TRUTH_FILE = 'truth.csv';

const bibList = z.string().transform((cell) =>
  cell
    .split(';')
    .map((bib) => bib.trim())
    .filter((bib) => bib !== ''),
);

const row = z.object({
  file: z.string().min(1),
  bibs: bibList,
  optional: bibList.default([]),
  complete: z
    .string()
    .default('1')
    .transform((cell) => cell.trim() !== '0'),
});

/**
 * The labelled sets of a folder: the folder itself where it holds a truth.csv
 * (`file,bibs,optional,complete`, bibs separated by semicolons), else each subfolder that
 * does, by name. FocusError `input` where there is none or it cannot be read.
 */
export async function readTruth(folder: string): Promise<TruthSet[]> {
  if (await exists(join(folder, TRUTH_FILE))) return [await readSet(folder)];
  const entries = await readdir(folder, { withFileTypes: true }).catch((cause: unknown) => {
    throw new FocusError('input', 'bench.unreadable-folder', `Cannot read ${folder}`, { cause });
  });
  const sets: TruthSet[] = [];
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const subfolder = join(folder, entry.name);
    if (entry.isDirectory() && (await exists(join(subfolder, TRUTH_FILE))))
      sets.push(await readSet(subfolder));
  }
  if (sets.length > 0) return sets;
  throw new FocusError(
    'input',
    'bench.no-truth',
    `No ${TRUTH_FILE} in ${folder} or its subfolders`,
    {
      hint: 'Label the photos in a CSV with the columns file,bibs,optional,complete.',
    },
  );
}

async function readSet(folder: string): Promise<TruthSet> {
  const path = join(folder, TRUTH_FILE);
  const rows = z.array(row).safeParse(parseCsv(path, await readFile(path, 'utf8')));
  if (!rows.success) {
    const [issue] = rows.error.issues;
    const [index, column] = issue?.path ?? [];
    throw new FocusError(
      'input',
      'bench.bad-truth',
      `${path}: row ${Number(index) + 1}, column ${String(column)}`,
      {
        hint: 'The columns are file,bibs,optional,complete.',
      },
    );
  }
  const photos = await Promise.all(
    rows.data.map(async (photo) => ({ ...photo, path: await locate(folder, photo.file) })),
  );
  return { name: basename(folder), photos };
}

function parseCsv(path: string, text: string): unknown {
  try {
    return parse(text, { columns: true, bom: true, skip_empty_lines: true, trim: true });
  } catch (cause) {
    throw new FocusError('input', 'bench.bad-truth', `${path} is not a CSV`, { cause });
  }
}

async function locate(folder: string, file: string): Promise<string> {
  for (const path of [join(folder, 'images', file), join(folder, file)])
    if (await exists(path)) return path;
  throw new FocusError('input', 'bench.missing-photo', `${file} is labelled, but not in ${folder}`);
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
