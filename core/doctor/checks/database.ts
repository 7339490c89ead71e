import type { Database } from '../../db/connect.js';
import { asDatabaseError } from '../../db/database-error.js';
import { migrate } from '../../db/migrate.js';
import type { Check } from '../check.js';

/**
 * Opens and migrates the database, as every command does. `movedTo` is the folder of an embedded
 * database that does not lie in the data home: who makes backups has to know.
 */
export function checkDatabase(
  open: () => Promise<Database>,
  movedTo: () => string | undefined,
): Check {
  return {
    name: 'database',
    run: async () => {
      const database = await open();
      try {
        const { applied } = await migrate(database.db);
        const { kind, version, host, port } = database.describe();
        const schema =
          applied.length === 0
            ? 'schema up to date'
            : `schema brought up to date (${applied.join(', ')})`;
        const folder = movedTo();
        const place = folder === undefined ? '' : `, its files in ${folder}`;
        return {
          status: 'ok',
          detail: `${kind} PostgreSQL ${version} at ${host}:${port}${place}, ${schema}`,
        };
      } catch (error) {
        throw asDatabaseError(error) ?? error;
      } finally {
        await database.close();
      }
    },
  };
}
