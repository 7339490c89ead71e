import { isIPv4, isIPv6 } from 'node:net';

/** Groups of 16 bits that one household has in common: providers give it a /56. */
const HOUSEHOLD_HEX_DIGITS = 14;

/** Whom an address stands for: itself, or on IPv6 the household or site with its /56. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined && isIPv4(mapped)) return mapped;
  const [plain = ''] = address.split('%');
  if (!isIPv6(plain)) return address;
  const [head = '', tail] = canonical(plain).split('::');
  const before = groupsOf(head);
  const after = tail === undefined ? [] : groupsOf(tail);
  const zeros = Array.from({ length: 8 - before.length - after.length }, () => '0000');
  return `${[...before, ...zeros, ...after].join('').slice(0, HOUSEHOLD_HEX_DIGITS)}/56`;
}

/** In hexadecimal alone, also where its end is written as IPv4. */
function canonical(address: string): string {
  return new URL(`http://[${address}]`).hostname.slice(1, -1);
}

function groupsOf(text: string): string[] {
  return text === '' ? [] : text.split(':').map((group) => group.padStart(4, '0'));
}
