import type { Words } from '../messages/messages.js';

export interface WithdrawalForm {
  /** As typed. */
  readonly orderNumber: string;
  readonly email: string;
}

/** First step: which order. */
export function withdrawalFormModel(
  form: WithdrawalForm,
  refusal: keyof Words['withdrawal']['refusals'] | undefined,
  words: Words,
) {
  return { ...form, problem: refusal && words.withdrawal.refusals[refusal] };
}

/** Second step: the declaration in full, to be confirmed. */
export function withdrawalConfirmModel(
  form: WithdrawalForm,
  order: { readonly number: string; readonly eventName: string },
  words: Words,
) {
  return { ...form, declaration: words.withdrawal.declaration(order.number, order.eventName) };
}
