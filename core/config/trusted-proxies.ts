import { isIP } from 'node:net';
import { z } from 'zod';

/** Proxies in front of the storefront: how many there are, or their addresses, as Express takes them. */
export const trustedProxies = z
  .union([z.number(), z.string()])
  .transform((value) => String(value).replaceAll(' ', ''))
  .refine((text) => /^\d$/.test(text) || text.split(',').every(isProxyAddress));

function isProxyAddress(text: string): boolean {
  const [address = '', bits = '0', ...rest] = text.split('/');
  if (['loopback', 'linklocal', 'uniquelocal'].includes(text)) return true;
  const longest = isIP(address) === 6 ? 128 : 32;
  return (
    isIP(address) !== 0 && /^\d{1,3}$/.test(bits) && Number(bits) <= longest && rest.length === 0
  );
}
