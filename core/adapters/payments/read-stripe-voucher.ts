import { z } from 'zod';
import type { SaidOfPayment } from '../../domain/payment-fact.js';

const details = z
  .object({
    /** Seconds. */
    expires_at: z.int().nullish(),
    expires_after: z.int().nullish(),
    hosted_voucher_url: z.string().nullish(),
    hosted_instructions_url: z.string().nullish(),
  })
  .optional();

/**
 * What a PaymentIntent waits for. Where it is a voucher or a transfer the buyer has days for it
 * (docs.stripe.com/payments/vouchers, /payments/bank-transfers); other actions, such as the bank's
 * second step, are done at once or not at all.
 */
export const voucherAction = z
  .object({
    multibanco_display_details: details,
    oxxo_display_details: details,
    boleto_display_details: details,
    konbini_display_details: details,
    display_bank_transfer_instructions: details,
  })
  .nullish();

/** Undefined where nothing is paid elsewhere. */
export function readVoucher(
  action: z.infer<typeof voucherAction>,
): Extract<SaidOfPayment, { kind: 'voucher' }> | undefined {
  const shown =
    action?.multibanco_display_details ??
    action?.oxxo_display_details ??
    action?.boleto_display_details ??
    action?.konbini_display_details ??
    action?.display_bank_transfer_instructions;
  if (shown === undefined) return undefined;
  const until = shown.expires_at ?? shown.expires_after;
  const url = shown.hosted_voucher_url ?? shown.hosted_instructions_url;
  return {
    kind: 'voucher',
    until: typeof until === 'number' ? new Date(until * 1000).toISOString() : undefined,
    // It becomes a link on a page of ours.
    url: url?.startsWith('https://') ? url : undefined,
  };
}
