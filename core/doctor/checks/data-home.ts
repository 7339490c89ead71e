import { randomBytes } from 'node:crypto';
import { rm, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createDataHome, type DataHome } from '../../config/data-home.js';
import { FocusError } from '../../errors.js';
import type { Check } from '../check.js';

const GIB = 1024 ** 3;
/** A race of a thousand photos with their versions takes several times this. */
const SCARCE_BYTES = 2 * GIB;

export function checkDataHome(home: DataHome): Check {
  return {
    name: 'data home',
    run: async () => {
      createDataHome(home);
      await writeProbe(home);
      const { bavail, bsize } = await statfs(home.root);
      const free = bavail * bsize;
      const detail = `${home.root}, ${(free / GIB).toFixed(1)} GiB free`;
      if (free >= SCARCE_BYTES) return { status: 'ok', detail };
      return {
        status: 'warn',
        detail,
        fix: 'Free some space, or point FOCUSRACER_HOME at a larger disk.',
      };
    },
  };
}

/** As root, or on some network disks, only a real write tells whether one may write. */
async function writeProbe(home: DataHome): Promise<void> {
  const probe = join(home.root, `probe-${randomBytes(4).toString('hex')}`);
  try {
    await writeFile(probe, 'x');
  } catch (cause) {
    throw new FocusError(
      'config',
      'home.not-writable',
      `${home.root} cannot be written: ${String(cause)}`,
      {
        hint: 'Give your user the right to write there, free some space, or point FOCUSRACER_HOME at another folder.',
        cause,
      },
    );
  } finally {
    await rm(probe, { force: true });
  }
}
