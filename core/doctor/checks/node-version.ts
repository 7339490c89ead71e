import type { Check } from '../check.js';

/** The `engines` of package.json. */
const OLDEST_MAJOR = 20;

export function checkNodeVersion(version: string): Check {
  return {
    name: 'node',
    run: () =>
      Number.parseInt(version, 10) >= OLDEST_MAJOR
        ? { status: 'ok', detail: `Node ${version}` }
        : {
            status: 'fail',
            detail: `Node ${version}`,
            fix: `Install Node ${OLDEST_MAJOR} or newer.`,
          },
  };
}
