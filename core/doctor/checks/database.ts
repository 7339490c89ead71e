import type { Database } from '../../db/connect.js';
import { asDatabaseError } from '../../db/database-error.js';
import { migrate } from '../../db/migrate.js';
import type { Check } from '../check.js';

/** Opens and migrates the database, as every command does. */
export function checkDatabase(open: () => Promise<Database>): Check {
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
        return {
          status: 'ok',
          detail: `${kind} PostgreSQL ${version} at ${host}:${port}, ${schema}`,
        };
      } catch (error) {
        throw asDatabaseError(error) ?? error;
      } finally {
        await database.close();
      }
    },
  };
}
