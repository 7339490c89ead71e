import type { Request } from 'express';

/** The address that this visitor reads, as a mailed link has shown; undefined where none has. */
export function provenEmailOf({ session }: Request): string | undefined {
  return session.provenEmail ?? session.buyerEmail;
}
