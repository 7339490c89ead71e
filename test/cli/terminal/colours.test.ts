import { describe, expect, it } from 'vitest';
import { createPaint } from '../../../cli/terminal/colours.js';

const terminal = { isTTY: true };

describe('colours', () => {
  it('are for terminals', () => {
    expect(createPaint(terminal, {})('red', 'no')).toBe('\u001b[31mno\u001b[39m');
    expect(createPaint({}, {})('red', 'no')).toBe('no');
  });

  it('are off with NO_COLOR, unless it is empty', () => {
    expect(createPaint(terminal, { NO_COLOR: '1' })('red', 'no')).toBe('no');
    expect(createPaint(terminal, { NO_COLOR: '' })('red', 'no')).not.toBe('no');
  });

  it('are off on a terminal that has none', () => {
    expect(createPaint(terminal, { TERM: 'dumb' })('red', 'no')).toBe('no');
  });
});
