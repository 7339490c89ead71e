import type { Knex } from 'knex';

export interface Migration {
  /** Without extension: the same name whether run from .ts or compiled .js. */
  readonly name: string;
  up(db: Knex): Promise<void>;
}

export const migrations: readonly Migration[] = [];
