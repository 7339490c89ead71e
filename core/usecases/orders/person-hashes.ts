import { createHmac } from 'node:crypto';
import type { PersonHashes } from '../../db/queries/offer-uses.js';
import { mailboxOf } from '../../domain/buyer-address.js';

/** Who buys, as the storefront knows them; undefined or empty where it does not. */
export interface Person {
  readonly email: string | undefined;
  /** Of the visitor's own session. */
  readonly session: string | undefined;
}

/**
 * What is remembered of a buyer to know them again. Without the key, which is not in the database,
 * nobody can tell whose hash it is by trying addresses.
 */
export function hashPerson(key: string, { email = '', session = '' }: Person): PersonHashes {
  const hash = (what: string, value: string) =>
    value === ''
      ? undefined
      : new Uint8Array(createHmac('sha256', key).update(`${what}\n${value}`).digest());
  return {
    address: hash('address', email.trim() === '' ? '' : mailboxOf(email)),
    session: hash('session', session),
  };
}
