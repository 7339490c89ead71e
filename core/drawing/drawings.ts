import { createHash } from 'node:crypto';
import type { ObjectInfo, ObjectStore } from '../ports/object-store.js';
import type { Draw, Drawing } from './drawing.js';
import { createRecent } from './recent.js';

/** Raised where the same is to be drawn in another way: what was kept before is then drawn anew. */
const DRAWN_AS = 1;

export type DrawingStore = Pick<ObjectStore, 'get' | 'head' | 'put' | 'delete'>;

export interface KeptDrawing {
  /** Derived from all that is shown. */
  readonly key: string;
  /** Reads what is shown, when it is about to be drawn. */
  prepare(): Promise<Drawing>;
  /** Asked after it was drawn: what was deleted meanwhile must leave nothing behind. */
  isWanted(): Promise<boolean>;
}

/** Draws each thing once: what is asked for by many at the same time too. */
export interface Drawings {
  /** Kept in the object store; undefined where it is not wanted any more. */
  keep(drawing: KeptDrawing, visitor: string): Promise<ObjectInfo | undefined>;
  /** Kept in memory, for minutes: what must not, or need not, lie on a disk. */
  remember(drawing: Drawing, visitor: string): Promise<Uint8Array>;
}

/** Of what is remembered. */
const MOST_BYTES = 16 * 1024 * 1024;
const REMEMBERED_MS = 10 * 60_000;

export function createDrawings(store: DrawingStore, draw: Draw): Drawings {
  const inHand = new Map<string, Promise<ObjectInfo | undefined>>();
  const recent = createRecent({ mostBytes: MOST_BYTES, forMs: REMEMBERED_MS });

  async function find({ key, prepare, isWanted }: KeptDrawing, visitor: string) {
    const kept = await store.head(key);
    if (kept !== undefined) return kept;
    const drawn = await store.put(key, await draw(prepare, visitor));
    if (await isWanted()) return drawn;
    await store.delete(key);
    return undefined;
  }

  return {
    keep(drawing, visitor) {
      const { key } = drawing;
      const finding =
        inHand.get(key) ?? find(drawing, visitor).finally(() => void inHand.delete(key));
      inHand.set(key, finding);
      return finding;
    },
    remember: (drawing, visitor) =>
      recent.find(digestOf(drawing), () => draw(() => Promise.resolve(drawing), visitor)),
  };
}

/** Tells a drawing from all others: by its content, in hexadecimal digits. */
export function digestOf(shown: object): string {
  const content = JSON.stringify([DRAWN_AS, shown]);
  return createHash('sha256').update(content).digest('hex').slice(0, 32);
}
