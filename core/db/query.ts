import type { Knex } from 'knex';

/** The database or a transaction on it. */
export type Db = Knex;

type Parameter = string | number | bigint | boolean | Date | Uint8Array | null | readonly unknown[];

/**
 * Runs SQL with `:name` parameters and gives its rows. The row type is the caller's
 * statement of what its own SQL selects: this is the one place where it is believed.
 */
export async function query<Row>(
  db: Db,
  sql: string,
  parameters: Readonly<Record<string, Parameter>> = {},
): Promise<Row[]> {
  const result = await db.raw<{ rows: Row[] }>(sql, parameters as Record<string, Knex.Value>);
  return result.rows;
}
