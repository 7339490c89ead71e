import type { Parts } from './parts.js';
import { run } from './run-use-case.js';
import type { SecretFor } from './shop-secrets.js';
import { operatorOf } from './usecases/operator.js';
import type { OrderDeps } from './usecases/orders/order-deps.js';
import type { TakeDownRequest } from './usecases/take-downs/request-take-down.js';
import { createRequesterHash } from './usecases/take-downs/take-down-deps.js';

/** What the key of the hashes of those who ask is derived for: the same for every program of a shop. */
export const TAKE_DOWN_SECRET = 'take-downs';

/** What people ask for who do not want to be seen. */
export function takeDownUseCases(
  { database, settings }: Pick<Parts, 'database' | 'settings'>,
  secretFor: SecretFor,
  openOrders: () => Promise<OrderDeps>,
) {
  const deps = {
    db: database.db,
    operator: operatorOf(settings),
    hash: createRequesterHash(secretFor(TAKE_DOWN_SECRET)),
  };
  return {
    request: (request: TakeDownRequest) =>
      run(import('./usecases/take-downs/request-take-down.js'), (use) =>
        use.requestTakeDown(deps, request),
      ),
    /** What a mailed link is about. Changes nothing. */
    find: (token: string) =>
      run(import('./usecases/take-downs/confirm-take-down.js'), (use) =>
        use.findLinkedTakeDown(deps.db, token),
      ),
    confirm: (token: string) =>
      run(import('./usecases/take-downs/confirm-take-down.js'), (use) =>
        use.confirmTakeDown(deps, token),
      ),
    /** To be called now and then. */
    settle: () =>
      run(import('./usecases/take-downs/settle-take-downs.js'), (use) =>
        use.settleTakeDowns(deps, openOrders),
      ),
  };
}
