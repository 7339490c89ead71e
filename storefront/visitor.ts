import type { Request } from 'express';

/** Whose turn it is where several wait for a drawing; kept nowhere. */
export function visitorOf({ ip = '' }: Request): string {
  return ip;
}
