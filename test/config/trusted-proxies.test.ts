import { describe, expect, it } from 'vitest';
import { trustedProxies } from '../../core/config/trusted-proxies.js';

describe('trustedProxies', () => {
  it.each([
    [1, '1'],
    ['2', '2'],
    ['loopback, 10.0.0.0/8', 'loopback,10.0.0.0/8'],
    ['2001:db8::/32', '2001:db8::/32'],
    ['192.0.2.7', '192.0.2.7'],
  ])('takes a number of proxies or their addresses: %s', (given, taken) => {
    expect(trustedProxies.parse(given)).toBe(taken);
  });

  it.each(['everybody', '', '12', '-1', '10.0.0.0/33', '10.0.0.1/8/8', 'true', '10.0.0.1,,'])(
    'refuses what would trust something else: %s',
    (given) => {
      expect(trustedProxies.safeParse(given).success).toBe(false);
    },
  );
});
