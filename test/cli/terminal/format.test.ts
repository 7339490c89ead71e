import { describe, expect, it } from 'vitest';
import { createFormat } from '../../../cli/terminal/format.js';

const english = createFormat('en');
const french = createFormat('fr');

describe('numbers', () => {
  it('are written as people of the language write them', () => {
    expect(english.count(12345)).toBe('12,345');
    expect(french.count(12345)).toBe('12\u202f345');
    expect(english.decimal(4.44)).toBe('4.4');
    expect(french.decimal(4.44)).toBe('4,4');
  });

  it('of bytes have French names in French', () => {
    expect(french.bytes(1_500_000)).toBe('1,5 Mo');
  });

  it('reach 100 % only at the end', () => {
    expect(english.percent(999, 1000)).toBe('99%');
    expect(english.percent(1000, 1000)).toBe('100%');
    expect(english.percent(0, 0)).toBe('100%');
  });

  it.each([
    [0, '0 s'],
    [59.4, '59 s'],
    [59.6, '1 min 00 s'],
    [185, '3 min 05 s'],
    [7810, '2 h 10 min'],
  ])('say %s seconds as %s', (seconds, text) => {
    expect(english.duration(seconds)).toBe(text);
  });

  it.each([
    [999, '999 B'],
    [1500, '1.5 kB'],
    [999_949, '999.9 kB'],
    [999_950, '1.0 MB'],
    [2.5e15, '2,500.0 TB'],
  ])('say %s bytes as %s', (bytes, text) => {
    expect(english.bytes(bytes)).toBe(text);
  });
});
