import { setTimeout as sleep } from 'node:timers/promises';
import { query, type Db } from '../db/query.js';
import type { ObjectStore } from '../ports/object-store.js';

export interface Health {
  readonly database: boolean;
  readonly objects: boolean;
}

/** Whoever asks, a balancer for instance, waits a few seconds at most. */
const PATIENCE_MS = 2000;
/** Need not be there: whether the store can tell is the question. */
const PROBE_KEY = 'health/probe';

/** Whether what the shop stands on answers, in time. */
export async function checkHealth({
  db,
  store,
}: {
  readonly db: Db;
  readonly store: ObjectStore;
}): Promise<Health> {
  const [database, objects] = await Promise.all([
    answers(query(db, 'select 1')),
    answers(store.head(PROBE_KEY)),
  ]);
  return { database, objects };
}

async function answers(work: Promise<unknown>): Promise<boolean> {
  const patience = new AbortController();
  const late = sleep(PATIENCE_MS, false, { signal: patience.signal, ref: false });
  try {
    return await Promise.race([work.then(() => true), late]);
  } catch {
    return false;
  } finally {
    patience.abort();
    late.catch(() => undefined);
  }
}
