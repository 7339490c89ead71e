declare const brand: unique symbol;

/** A whole number of minor units (cents). Negative only in differences and in the ledger. */
export type Cents = number & { readonly [brand]: 'Cents' };

/** ISO 4217, upper case. Amounts of different currencies are never added. */
export type Currency = 'EUR';

/** RangeError where it is no whole number that arithmetic keeps exact. */
export function cents(amount: number): Cents {
  if (!Number.isSafeInteger(amount))
    throw new RangeError(`Expected a whole number of cents, received ${amount}`);
  return amount as Cents;
}

/** What takes the amount away again. */
export function negated(amount: Cents): Cents {
  return cents(0 - amount);
}

export function sumOf(amounts: readonly Cents[]): Cents {
  return cents(amounts.reduce((total, amount) => total + amount, 0));
}
