import { createHash, randomBytes } from 'node:crypto';
import type { Sha256 } from '../../domain/ids.js';
import type { ObjectStore } from '../../ports/object-store.js';
import type { Check } from '../check.js';

/** Writes, reads back and deletes an object. */
export function checkObjectStore(open: () => Promise<ObjectStore>): Check {
  return {
    name: 'object store',
    run: async () => {
      const store = await open();
      const body = randomBytes(4096);
      const key = `doctor/${randomBytes(8).toString('hex')}`;
      await store.put(key, body, {
        sha256: createHash('sha256').update(body).digest('hex') as Sha256,
      });
      const found = Buffer.from(await store.get(key));
      await store.delete(key);
      if (found.equals(body)) return { status: 'ok', detail: 'writes, reads and deletes' };
      return {
        status: 'fail',
        detail: 'gives back other bytes than were written',
        fix: 'Check the disk, and configure another folder: focusracer config set objects <folder>.',
      };
    },
  };
}
