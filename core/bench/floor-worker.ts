import { configureSharp } from '../image/configure-sharp.js';
import { ownFloor, plainFloor, type FloorKind } from './speed-floor.js';

// The composition root of a thread that measures the floor. One thread per picture, as in the
// pool: with the cores filled by workers, a plain program gains nothing by more.
configureSharp();

export interface FloorTask {
  readonly kind: FloorKind;
  readonly bytes: Uint8Array;
}

export async function measureOne({ kind, bytes }: FloorTask): Promise<number | undefined> {
  return kind === 'plain' ? plainFloor(bytes) : ownFloor(bytes);
}
