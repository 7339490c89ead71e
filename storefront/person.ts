import type { Request } from 'express';

/** Who buys, as far as it is known: by the session, and by the address typed, else the one proven by a mailed link. */
export function personOf(
  { session, sessionID }: Pick<Request, 'session' | 'sessionID'>,
  typedEmail = '',
): { readonly email: string | undefined; readonly session: string } {
  return { email: typedEmail === '' ? session.buyerEmail : typedEmail, session: sessionID };
}
