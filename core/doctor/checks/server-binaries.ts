import { findInstalledBinaries } from '../../db/embedded/binaries.js';
import type { Check } from '../check.js';

export function checkServerBinaries(): Check {
  return {
    name: 'embedded PostgreSQL',
    run: () => {
      const { version, folder } = findInstalledBinaries();
      return { status: 'ok', detail: `${version} in ${folder}` };
    },
  };
}
