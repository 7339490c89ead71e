import { basename } from 'node:path';
import { z } from 'zod';
import { findLabelledFolders, locatePhoto, readLabels, type Labels } from './labelled-sets.js';

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

const row = z.object({ file: z.string().min(1), person: z.string().min(1) });

const IDENTITIES: Labels<z.infer<typeof row>> = {
  fileName: 'identities.csv',
  columns: 'file,person',
  row,
  codes: { missing: 'bench.no-identities', bad: 'bench.bad-identities' },
  purpose: 'Say who is in each photo',
};

/**
 * The sets of a folder: the folder itself where it holds an identities.csv (`file,person`,
 * files in `images/` beside it or relative to it), else each subfolder that does, by name.
 * FocusError `input` where there is none or it cannot be read.
 */
export async function readIdentities(folder: string): Promise<FaceSet[]> {
  const folders = await findLabelledFolders(folder, IDENTITIES);
  return Promise.all(folders.map(readSet));
}

async function readSet(folder: string): Promise<FaceSet> {
  const name = basename(folder);
  const rows = await readLabels(folder, IDENTITIES);
  const faces = rows.map(async ({ file, person }) => ({
    path: await locatePhoto(folder, file),
    person: `${name}/${person}`,
  }));
  return { name, faces: await Promise.all(faces) };
}
