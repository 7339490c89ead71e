/** An error as Stripe answers it. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly error: {
      readonly code?: string;
      readonly type?: string;
      readonly param?: string;
      readonly message: string;
    },
  ) {
    super(error.message);
  }
}

/** 400, as for most of what Stripe does not do (docs.stripe.com/error-codes). */
export function refusal(message: string, code?: string): Refusal {
  return new Refusal(400, code === undefined ? { message } : { code, message });
}
