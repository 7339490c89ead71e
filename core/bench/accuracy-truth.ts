import { basename } from 'node:path';
import { z } from 'zod';
import { findLabelledFolders, locatePhoto, readLabels, type Labels } from './labelled-sets.js';

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

const TRUTH: Labels<z.infer<typeof row>> = {
  fileName: 'truth.csv',
  columns: 'file,bibs,optional,complete',
  row,
  codes: { missing: 'bench.no-truth', bad: 'bench.bad-truth' },
  purpose: 'Label the photos',
};

/**
 * The labelled sets of a folder: the folder itself where it holds a truth.csv
 * (`file,bibs,optional,complete`, bibs separated by semicolons), else each subfolder that
 * does, by name. FocusError `input` where there is none or it cannot be read.
 */
export async function readTruth(folder: string): Promise<TruthSet[]> {
  const folders = await findLabelledFolders(folder, TRUTH);
  return Promise.all(folders.map(readSet));
}

async function readSet(folder: string): Promise<TruthSet> {
  const rows = await readLabels(folder, TRUTH);
  const photos = rows.map(async (photo) => ({
    ...photo,
    path: await locatePhoto(folder, photo.file),
  }));
  return { name: basename(folder), photos: await Promise.all(photos) };
}
