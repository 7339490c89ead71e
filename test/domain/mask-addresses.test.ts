import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskAddresses } from '../../core/domain/mask-addresses.js';

describe('maskAddresses', () => {
  it.each([
    ['lea.martin@example.org', 'l***@example.org'],
    [
      '550 <lea@example.org>: no such user (lea@example.org)',
      '550 <l***@example.org>: no such user (l***@example.org)',
    ],
    ['"lea@work"@example.org', '"l***@work"***@example.org'],
    ['mail.unreachable: no answer', 'mail.unreachable: no answer'],
    ['@ noon', '@ noon'],
  ])('%s', (text, masked) => {
    expect(maskAddresses(text)).toBe(masked);
  });

  it('keeps no more than one letter of any address, wherever it stands', () => {
    const person = fc.stringMatching(/^[a-z0-9.+_'-]{2,40}$/).filter((name) => !name.includes("'"));
    const around = fc.constantFrom('', ' ', '<', '(', ': ', '"', '\n');
    fc.assert(
      fc.property(around, person, around, (before, name, after) => {
        const masked = maskAddresses(`${before}${name}@example.org${after}`);
        expect(masked).toBe(`${before}${name.slice(0, 1)}***@example.org${after}`);
      }),
    );
  });
});
