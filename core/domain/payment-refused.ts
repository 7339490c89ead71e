import { FocusError } from '../errors.js';

/**
 * Whose affair it is that the provider begins no payment: `seller`, whose account takes no money;
 * `shop`, which asked in a way that the provider does not take; `order`, whose amount it does not take.
 */
export type RefusedFor = 'seller' | 'shop' | 'order';

/** The provider says no before anything was charged. */
export class PaymentRefused extends FocusError {
  readonly refusedFor: RefusedFor;
  /** In the provider's own words, and short. */
  readonly reason: string;

  constructor(refusedFor: RefusedFor, reason: string, message: string, cause?: unknown) {
    super('unavailable', 'payments.refused', `The payment provider begins no payment: ${message}`, {
      hint: 'Nothing was charged. `focusracer selling` says what is wrong.',
      cause,
    });
    this.refusedFor = refusedFor;
    this.reason = reason;
  }
}
