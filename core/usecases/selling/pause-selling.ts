import { insertSellingPause } from '../../db/queries/selling-pauses.js';
import type { Db } from '../../db/query.js';
import { alarmOperator } from '../alarm-operator.js';
import { accountOf, type SellingDeps } from './selling-deps.js';

/**
 * Sells nothing more that has to be paid until the provider takes money again: a buyer who is refused
 * at the last step is lost, and so is the next. The operator hears of it once a day for each reason.
 */
export async function pauseSelling(
  transaction: Db,
  deps: SellingDeps,
  reason: string,
): Promise<void> {
  const since = deps.now();
  const account = accountOf(deps);
  await insertSellingPause(transaction, account, { reason, since });
  await alarmOperator(transaction, deps.seller.operator, {
    key: `selling-paused:${account.account ?? ''}:${reason}:${since.toISOString().slice(0, 10)}`,
    alarm: 'selling-paused',
    values: { account: account.account, reason },
  });
}
