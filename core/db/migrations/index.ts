import type { Knex } from 'knex';
import { initial } from './0001-initial.js';

export interface Migration {
  /** Without extension: the same name whether run from .ts or compiled .js. */
  readonly name: string;
  up(db: Knex): Promise<void>;
}

export const migrations: readonly Migration[] = [{ name: '0001-initial', up: initial }];
