import { z } from 'zod';
import type { SellingNotice } from '../../ports/payments.js';

const account = z.object({
  id: z.string(),
  charges_enabled: z.boolean().optional(),
  requirements: z.object({ disabled_reason: z.string().nullish() }).nullish(),
});

const capability = z.object({
  id: z.string(),
  account: z.union([z.string(), z.object({ id: z.string() }).transform(({ id }) => id)]),
  status: z.string(),
  requirements: z.object({ disabled_reason: z.string().nullish() }).nullish(),
});

/**
 * What an event says of an account; undefined for one of something else. It is a reason to ask: events
 * come in any order, and the account's own record is what holds.
 *
 * @param ofAccount the connected account that the event is of, as its envelope says
 */
export function readStripeAccount(
  type: string,
  object: unknown,
  ofAccount: string | undefined,
): SellingNotice | undefined {
  const isOwn = ofAccount === undefined;
  switch (type) {
    case 'account.updated': {
      const { id, charges_enabled: canSell, requirements } = account.parse(object);
      const reason = requirements?.disabled_reason ?? 'charges_not_enabled';
      return { kind: 'selling', account: ofAccount ?? id, isOwn, canSell: canSell ?? true, reason };
    }
    case 'capability.updated': {
      const { id, account: of, status, requirements } = capability.parse(object);
      // Money goes to a seller by a transfer; the other capabilities are ways to be paid.
      if (id !== 'transfers') return undefined;
      const reason = requirements?.disabled_reason ?? `transfers_${status}`;
      return {
        kind: 'selling',
        account: ofAccount ?? of,
        isOwn,
        canSell: status === 'active',
        reason,
      };
    }
    case 'account.application.deauthorized':
      return ofAccount === undefined
        ? undefined
        : { kind: 'selling', account: ofAccount, isOwn, canSell: false, reason: 'disconnected' };
    default:
      return undefined;
  }
}
