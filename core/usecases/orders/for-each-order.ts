import { FocusError } from '../../errors.js';

/**
 * Does the work for each, though it fails for some; those are for the next pass. Where the provider
 * does not answer (`unavailable`) it would fail for all: that ends the pass.
 *
 * @returns for how many the work gave true
 * @throws AggregateError after all of them, of those that failed
 */
export async function forEachOrder<Order>(
  orders: readonly Order[],
  work: (order: Order) => Promise<boolean>,
): Promise<number> {
  const errors: unknown[] = [];
  let done = 0;
  for (const order of orders) {
    try {
      if (await work(order)) done += 1;
    } catch (error) {
      if (error instanceof FocusError && error.kind === 'unavailable') throw error;
      errors.push(error);
    }
  }
  if (errors.length > 0)
    throw new AggregateError(errors, `${errors.length} of ${orders.length} orders failed`);
  return done;
}
