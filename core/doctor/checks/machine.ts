import { availableParallelism, freemem, totalmem } from 'node:os';
import type { Check } from '../check.js';

const GIB = 1024 ** 3;
/** About what one worker needs with its models, a decoded photo of 24 megapixels and its versions. */
const BYTES_PER_WORKER = 0.5 * GIB;

export function checkMachine(
  cores = availableParallelism(),
  totalBytes = totalmem(),
  freeBytes = freemem(),
): Check {
  return {
    name: 'machine',
    run: () => {
      const detail = `${cores} cores, ${gibibytes(totalBytes)} GiB of memory, ${gibibytes(freeBytes)} GiB free`;
      if (totalBytes >= cores * BYTES_PER_WORKER) return { status: 'ok', detail };
      const workers = Math.max(1, Math.floor(totalBytes / BYTES_PER_WORKER));
      return {
        status: 'warn',
        detail,
        fix: `Use fewer workers: focusracer config set workers ${workers}.`,
      };
    },
  };
}

function gibibytes(bytes: number): string {
  return (bytes / GIB).toFixed(1);
}
