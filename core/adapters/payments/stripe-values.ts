import { z } from 'zod';
import { cents, type Cents } from '../../domain/money.js';

export const amount = z
  .int()
  .nonnegative()
  .transform((value): Cents => cents(value));

/** Stripe writes an object's id, or the object itself where it was asked to. */
export const reference = z.union([
  z.string(),
  z.object({ id: z.string() }).transform(({ id }) => id),
]);
