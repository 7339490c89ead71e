import type { Request } from 'express';
import { isLoopback } from '../core/index.js';
import type { StorefrontContext } from './context.js';

/** What a proxy adds to say for whom it asks. */
const FORWARDING_HEADERS = ['x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'forwarded', 'via'];

/**
 * Whether a request comes from a program on this machine, for what nobody else may see. A proxy on the
 * same machine is local as well, whoever it asks for, and a plain one adds no header: so nobody is from
 * here in a shop that has a public address or a trusted proxy. The Host must be local too, for a
 * page of another site can point a name of its own at this machine.
 */
export function isFromHere(
  {
    socket,
    headers,
  }: Pick<Request, 'headers'> & { readonly socket: { remoteAddress?: string | undefined } },
  {
    publicUrl,
    settings,
  }: Pick<StorefrontContext, 'publicUrl'> & {
    readonly settings: Pick<StorefrontContext['settings'], 'trustProxy'>;
  },
): boolean {
  const host = `http://${headers.host ?? ''}`;
  return (
    settings.trustProxy === undefined &&
    isLoopback(new URL(publicUrl).hostname) &&
    isLoopback(socket.remoteAddress ?? '') &&
    URL.canParse(host) &&
    isLoopback(new URL(host).hostname) &&
    FORWARDING_HEADERS.every((name) => headers[name] === undefined)
  );
}
