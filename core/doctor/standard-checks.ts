import type { DataHome } from '../config/data-home.js';
import type { Database } from '../db/connect.js';
import { movedCluster } from '../db/embedded/location.js';
import type { ObjectStore } from '../ports/object-store.js';
import type { Check } from './check.js';
import { checkDataHome } from './checks/data-home.js';
import { checkDatabase } from './checks/database.js';
import { checkMachine } from './checks/machine.js';
import { checkNodeVersion } from './checks/node-version.js';
import { checkObjectStore } from './checks/object-store.js';
import { checkPart } from './checks/part.js';
import { checkServerBinaries } from './checks/server-binaries.js';
import { checkThreadPool } from './checks/thread-pool.js';

export interface DoctorParts {
  readonly home: DataHome;
  readonly usesEmbeddedDatabase: boolean;
  openDatabase(): Promise<Database>;
  openObjectStore(): Promise<ObjectStore>;
  /** Loads every model; says in a few words which. */
  loadModels(): Promise<string>;
  /** Starts the tool that writes keywords into copies; says in a few words which. */
  tryMetadataTool(): Promise<string>;
}

/** In the order in which one thing needs another. */
export function standardChecks(parts: DoctorParts): readonly Check[] {
  return [
    checkNodeVersion(process.versions.node),
    checkMachine(),
    checkThreadPool(process.env['UV_THREADPOOL_SIZE']),
    checkDataHome(parts.home),
    ...(parts.usesEmbeddedDatabase ? [checkServerBinaries()] : []),
    checkDatabase(
      () => parts.openDatabase(),
      () => (parts.usesEmbeddedDatabase ? movedCluster(parts.home.postgres) : undefined),
    ),
    checkObjectStore(() => parts.openObjectStore()),
    checkPart(
      'models',
      'fail',
      () => parts.loadModels(),
      'Install again: npm ci in the folder of focusracer.',
    ),
    checkPart(
      'keywords',
      'warn',
      () => parts.tryMetadataTool(),
      'Install Perl (Debian: apt-get install perl). Only `export --format iptc` needs it.',
    ),
  ];
}
