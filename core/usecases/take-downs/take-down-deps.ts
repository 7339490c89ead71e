import { createHmac } from 'node:crypto';
import type { Db } from '../../db/query.js';
import { mailboxOf } from '../../domain/buyer-address.js';
import type { Operator } from '../operator.js';

export interface TakeDownDeps {
  readonly db: Db;
  readonly operator: Operator;
  readonly hash: RequesterHash;
}

/** Knows one mailbox and one network again, without keeping what they are. */
export interface RequesterHash {
  ofAddress(email: string): string;
  /** Of an address of the internet, or of whatever else stands for it. */
  ofNetwork(network: string): string;
}

/** Short enough to be typed; two of one event are the same by chance once in a billion. */
const HEX_DIGITS = 16;

export function createRequesterHash(secret: string): RequesterHash {
  const hash = (text: string) =>
    createHmac('sha256', secret).update(text).digest('hex').slice(0, HEX_DIGITS);
  return {
    ofAddress: (email) => hash(`address ${mailboxOf(email)}`),
    ofNetwork: (network) => hash(`network ${network}`),
  };
}
