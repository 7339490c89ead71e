import Stripe from 'stripe';
import type { SellingStanding } from '../../../ports/payments.js';

/** Once, and soon: it is asked again later. */
const ASKING = { timeout: 5000, maxNetworkRetries: 0 } as const;

/**
 * Whether an account takes money by its own record: `charges_enabled` is false where neither card payments
 * nor transfers are active, and a destination charge needs transfers (docs.stripe.com/connect/account-capabilities).
 * Undefined where our key may not look.
 */
export async function askSellingOfStripe(
  stripe: Stripe,
  account: string | undefined,
): Promise<SellingStanding | undefined> {
  try {
    const read =
      account === undefined
        ? await stripe.accounts.retrieveCurrent({}, ASKING)
        : await stripe.accounts.retrieve(account, {}, ASKING);
    return standingOfAccount(read, account !== undefined);
  } catch (error) {
    if (!(error instanceof Stripe.errors.StripeError)) throw error;
    if (error.code === 'account_invalid' || error.code === 'resource_missing')
      return { canSell: false, reason: 'disconnected' };
    if (error instanceof Stripe.errors.StripePermissionError) return undefined;
    throw error;
  }
}

/** `isConnected`: the money goes there by a transfer. */
function standingOfAccount(
  account: Pick<Stripe.Account, 'charges_enabled' | 'capabilities' | 'requirements'>,
  isConnected: boolean,
): SellingStanding {
  const reason = account.requirements?.disabled_reason;
  if (!account.charges_enabled) return { canSell: false, reason: reason ?? 'charges_not_enabled' };
  const transfers = account.capabilities?.transfers;
  if (isConnected && transfers !== undefined && transfers !== 'active')
    return { canSell: false, reason: reason ?? `transfers_${transfers}` };
  return { canSell: true };
}
