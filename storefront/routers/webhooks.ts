import express, { Router } from 'express';
import { FocusError } from '../../core/index.js';
import type { StorefrontContext } from '../context.js';

/** Providers' notices have a few kilobytes. */
const LARGEST_NOTICE_BYTES = 256 * 1024;

/**
 * `POST /webhooks/:provider`: what the payment provider tells us. 200 once it is kept for good; 400 for
 * what it did not sign, so that its owner sees a wrong secret; 5xx makes it send the notice again. The
 * body is taken as it came: the signature is over its bytes.
 */
export function webhooksRouter({ shop, log }: StorefrontContext): Router {
  const router = Router();
  const raw = express.raw({ type: () => true, limit: LARGEST_NOTICE_BYTES });
  router.post('/webhooks/:provider', raw, async (request, response) => {
    const body: unknown = request.body;
    const { provider } = request.params;
    try {
      const taken = await shop.orders.takeNotice(
        provider,
        body instanceof Uint8Array ? body : new Uint8Array(),
        request.get('stripe-signature'),
      );
      response.json({ received: true, outcome: taken.kind });
    } catch (error) {
      const refusal = error instanceof FocusError ? error : undefined;
      const status = statusOf(refusal);
      const { requestId } = response.locals;
      log.warn({ requestId, provider, status, err: error }, 'payment notice not taken');
      response.status(status).json({ error: refusal?.code ?? 'webhook.failed' });
    }
  });
  return router;
}

function statusOf(error: FocusError | undefined): number {
  if (error?.kind === 'not-found') return 404;
  return error?.kind === 'forbidden' || error?.kind === 'input' ? 400 : 500;
}
