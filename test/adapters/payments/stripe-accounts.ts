import type Stripe from 'stripe';
import { Refusal } from './stripe-refusal.js';

export interface KeptAccount {
  readonly id: string;
  chargesEnabled: boolean;
  transfers: 'active' | 'inactive' | 'pending';
  disabledReason: string | null;
  /** Its owner took the platform's access away. */
  isGone: boolean;
}

/** The platform's own. */
export const OWN_ACCOUNT = 'acct_own';

/**
 * The accounts that money goes to, by Stripe's rules for destination charges: the destination has to be
 * known and to have transfers (docs.stripe.com/connect/destination-charges, /connect/account-capabilities).
 */
export function stripeAccounts() {
  const accounts = new Map<string, KeptAccount>();
  const read = (id: string): KeptAccount => {
    const account = accounts.get(id) ?? {
      id,
      chargesEnabled: true,
      transfers: 'active' as const,
      disabledReason: null,
      isGone: false,
    };
    accounts.set(id, account);
    return account;
  };
  return {
    read,
    /** As whoever reviews accounts at Stripe does, or their owners. */
    change(id: string, change: Partial<Omit<KeptAccount, 'id'>>): void {
      Object.assign(read(id), change);
    },
    /** Throws what Stripe answers where a payment for this account cannot begin. */
    check(destination: string | undefined): void {
      const account = read(destination ?? OWN_ACCOUNT);
      if (account.isGone)
        throw new Refusal(400, {
          code: 'resource_missing',
          param: 'transfer_data[destination]',
          message: `No such destination: '${account.id}'`,
        });
      if (destination === undefined && !account.chargesEnabled)
        throw new Refusal(400, { message: 'Your account cannot currently make live charges.' });
      if (destination !== undefined && account.transfers !== 'active')
        throw new Refusal(400, {
          code: 'insufficient_capabilities_for_transfer',
          message:
            'Your destination account needs to have at least one of the following capabilities enabled: transfers, crypto_transfers, legacy_payments',
        });
    },
    /** docs.stripe.com/api/accounts/object */
    object(id: string): Partial<Stripe.Account> {
      const account = read(id);
      if (account.isGone)
        throw new Refusal(403, {
          code: 'account_invalid',
          message: `The provided key does not have access to account '${id}' (or that account does not exist). Application access may have been revoked.`,
        });
      return {
        id,
        object: 'account',
        charges_enabled: account.chargesEnabled,
        capabilities: { transfers: account.transfers },
        requirements: { disabled_reason: account.disabledReason } as Stripe.Account.Requirements,
      };
    },
  };
}
