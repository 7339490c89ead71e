import type { Db } from '../../db/query.js';
import type { Drawings, KeptDrawing } from '../../drawing/drawings.js';
import { FocusError } from '../../errors.js';
import type { ObjectStore } from '../../ports/object-store.js';

export interface DrawingDeps {
  readonly db: Db;
  readonly store: Pick<ObjectStore, 'get' | 'head'>;
  readonly drawings: Drawings;
}

/** Something drawn, which whoever has the one of that digest need not be sent again. */
export interface Picture {
  readonly digest: string;
  /** Draws it where it was not drawn yet. FocusError `not-found` where it is not wanted any more. */
  read(): Promise<Uint8Array>;
}

export async function readKept(
  { store, drawings }: Pick<DrawingDeps, 'store' | 'drawings'>,
  drawing: KeptDrawing,
  visitor: string,
): Promise<Uint8Array> {
  const kept = await drawings.keep(drawing, visitor);
  if (kept !== undefined) return store.get(kept.key);
  throw new FocusError('not-found', 'drawing.gone', 'What was to be drawn is not there any more');
}
