import {
  claimSellingPause,
  deleteSellingPause,
  findSellingPause,
  type SellingPause,
} from '../../db/queries/selling-pauses.js';
import { accountOf, type SellingDeps } from './selling-deps.js';

/** Whether the shop sells; the pause where it does not. */
export async function showSelling(
  deps: Pick<SellingDeps, 'db' | 'payments' | 'seller' | 'now'>,
): Promise<{ readonly pause: SellingPause | undefined }> {
  return { pause: await findSellingPause(deps.db, accountOf(deps)) };
}

/**
 * Asks the provider whether it takes money again, and ends the pause where it does, or where our key may
 * not ask: the next buyer then finds out. Gives the pause that stays. FocusError where the provider cannot be asked.
 */
export async function resumeSelling(
  deps: SellingDeps,
): Promise<{ readonly pause: SellingPause | undefined }> {
  const account = accountOf(deps);
  const pause = await findSellingPause(deps.db, account);
  if (pause === undefined) return { pause };
  const standing = await deps.payments.askSelling(account.account);
  if (standing?.canSell === false) return { pause: { ...pause, reason: standing.reason } };
  await deleteSellingPause(deps.db, account);
  return { pause: undefined };
}

/** The same now and then, the longer it lasts the less often; nothing where there is no pause. */
export async function checkSelling(deps: SellingDeps): Promise<void> {
  const claimed = await claimSellingPause(deps.db, accountOf(deps), deps.now());
  if (claimed !== undefined) await resumeSelling(deps);
}
