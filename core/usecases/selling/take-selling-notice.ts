import { deleteSellingPause } from '../../db/queries/selling-pauses.js';
import { FocusError } from '../../errors.js';
import type { SellingNotice, SellingStanding } from '../../ports/payments.js';
import { pauseSelling } from './pause-selling.js';
import { accountOf, type SellingDeps } from './selling-deps.js';

/** True where the notice is of the account that sells here, and was heeded. */
export async function takeSellingNotice(
  deps: SellingDeps,
  notice: SellingNotice,
): Promise<boolean> {
  const account = accountOf(deps);
  const isOurs = account.account === undefined ? notice.isOwn : notice.account === account.account;
  if (!isOurs) return false;
  const standing = await standingBy(deps, notice);
  if (standing.canSell) await deleteSellingPause(deps.db, account);
  else await deps.db.transaction((transaction) => pauseSelling(transaction, deps, standing.reason));
  return true;
}

/** What the provider says when it is asked; where it cannot be, what the notice said. */
async function standingBy(
  { payments, seller }: SellingDeps,
  { canSell, reason }: SellingNotice,
): Promise<SellingStanding> {
  const said: SellingStanding = canSell ? { canSell } : { canSell, reason };
  try {
    return (await payments.askSelling(seller.account)) ?? said;
  } catch (error) {
    if (error instanceof FocusError) return said;
    throw error;
  }
}
