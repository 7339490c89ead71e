import { query, type Db } from '../query.js';

export type NumberSeries = 'order' | 'invoice' | 'credit-note';

/**
 * The next number of a seller's series in a year, from 1, without gaps: whoever takes it holds the
 * series until the end of the transaction, and a rollback gives it back. To be called last in a
 * transaction, so that others wait for little else.
 */
export async function takeNumber(
  transaction: Db,
  series: { readonly seller: string; readonly series: NumberSeries; readonly year: number },
): Promise<number> {
  const [row] = await query<{ last: number }>(
    transaction,
    `insert into number_series (seller, series, year, last) values (:seller, :series, :year, 1)
     on conflict (seller, series, year) do update set last = number_series.last + 1
     returning last`,
    { ...series },
  );
  if (row === undefined) throw new TypeError('Expected one row from an upsert');
  return row.last;
}
