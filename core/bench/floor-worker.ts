import { configureSharp } from '../image/configure-sharp.js';
import { speedFloor } from './speed-floor.js';

// The composition root of a thread that measures the floor.
configureSharp();

export async function measureOne(bytes: Uint8Array): Promise<number | undefined> {
  return speedFloor(bytes);
}
