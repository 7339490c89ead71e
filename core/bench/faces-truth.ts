import { access, readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { FocusError } from '../errors.js';

/** A photo whose largest comparable face is this person. */
export interface KnownFace {
  readonly path: string;
  /** Unique over all sets: two sets never show the same person. */
  readonly person: string;
}

export interface FaceSet {
  readonly name: string;
  readonly faces: readonly KnownFace[];
}

const IDENTITIES_FILE = 'identities.csv';

const rows = z.array(z.object({ file: z.string().min(1), person: z.string().min(1) }));

/**
 * The sets of a folder: the folder itself where it holds an identities.csv (`file,person`,
 * files in `images/` beside it or relative to it), else each subfolder that does, by name.
 * FocusError `input` where there is none or it cannot be read.
 */
export async function readIdentities(folder: string): Promise<FaceSet[]> {
  if (await exists(join(folder, IDENTITIES_FILE))) return [await readSet(folder)];
  const entries = await readdir(folder, { withFileTypes: true }).catch((cause: unknown) => {
    throw new FocusError('input', 'bench.unreadable-folder', `Cannot read ${folder}`, { cause });
  });
  const sets: FaceSet[] = [];
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const subfolder = join(folder, entry.name);
    if (await exists(join(subfolder, IDENTITIES_FILE))) sets.push(await readSet(subfolder));
  }
  if (sets.length > 0) return sets;
  throw new FocusError(
    'input',
    'bench.no-identities',
    `No ${IDENTITIES_FILE} in ${folder} or its subfolders`,
    {
      hint: 'Say who is in each photo in a CSV with the columns file,person.',
    },
  );
}

async function readSet(folder: string): Promise<FaceSet> {
  const name = basename(folder);
  const path = join(folder, IDENTITIES_FILE);
  const parsed = rows.safeParse(parseCsv(path, await readFile(path, 'utf8')));
  if (!parsed.success) {
    throw new FocusError('input', 'bench.bad-identities', `${path} lacks a file or a person`, {
      hint: 'The columns are file,person.',
      cause: parsed.error,
    });
  }
  const faces = parsed.data.map(async ({ file, person }) => ({
    path: await locate(folder, file),
    person: `${name}/${person}`,
  }));
  return { name, faces: await Promise.all(faces) };
}

function parseCsv(path: string, text: string): unknown {
  try {
    return parse(text, { columns: true, bom: true, skip_empty_lines: true, trim: true });
  } catch (cause) {
    throw new FocusError('input', 'bench.bad-identities', `${path} is not a CSV`, { cause });
  }
}

async function locate(folder: string, file: string): Promise<string> {
  for (const path of [join(folder, 'images', file), join(folder, file)]) {
    if (await exists(path)) return path;
  }
  throw new FocusError('input', 'bench.missing-photo', `${file} is labelled, but not in ${folder}`);
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
