import type { Cents } from '../../domain/money.js';

/** What a seller gives back, and of which order. */
export interface RefundOrderRequest {
  /** The number that people see. */
  readonly order: string;
  /** All that is left where undefined. */
  readonly amount: Cents | undefined;
  /** For the seller's own records. */
  readonly reason: string;
  /** The caller's own name for it within the order: asked for again, it is the same refund. */
  readonly key?: string | undefined;
}

/**
 * made: by this call. already-made: it was there before, by a call whose answer was lost or with the
 * same key. shares-only: the buyer has everything back; what was missing of the seller's part and of
 * the fee was moved now.
 */
export type RefundOutcome = 'made' | 'already-made' | 'shares-only';
