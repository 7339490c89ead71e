import { describe, expect, it } from 'vitest';
import { networkOf } from '../../storefront/client-address.js';

describe('whom an address stands for', () => {
  it('is itself on IPv4, however it is written', () => {
    expect(networkOf('198.51.100.7')).toBe('198.51.100.7');
    expect(networkOf('::ffff:198.51.100.7')).toBe('198.51.100.7');
    expect(networkOf('::FFFF:198.51.100.8')).toBe('198.51.100.8');
  });

  it('is the /56 on IPv6, however it is written', () => {
    for (const address of [
      '2001:db8:1:200::1',
      '2001:db8:1:2ff:1:2:3:4',
      '2001:0DB8:0001:0200:0:0:198.51.100.7',
      '2001:db8:1:200::%eth0',
    ])
      expect(networkOf(address)).toBe('20010db8000102/56');
    expect(networkOf('2001:db8:1:300::1')).toBe('20010db8000103/56');
    expect(networkOf('::1')).toBe('00000000000000/56');
    expect(networkOf('1::')).toBe('00010000000000/56');
  });

  it('is whatever was said where that is no address', () => {
    expect(networkOf('')).toBe('');
    expect(networkOf('unix:')).toBe('unix:');
  });
});
