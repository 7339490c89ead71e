import { FocusError } from '../../errors.js';

export function badSignature(why: string, cause?: unknown): FocusError {
  return new FocusError(
    'forbidden',
    'payments.bad-signature',
    `This is no notice of the payment provider: ${why}`,
    {
      hint: 'Check the signing secret of the webhook, and that nothing on the way changes its body.',
      cause,
    },
  );
}
