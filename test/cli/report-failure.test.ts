import { describe, expect, it } from 'vitest';
import { reportFailure } from '../../cli/report-failure.js';
import { EXIT_CODES, FocusError, type ErrorKind } from '../../core/errors.js';
import { fakeContext } from './support/fake-context.js';

const kinds = Object.keys(EXIT_CODES) as ErrorKind[];

describe('a failure', () => {
  it.each(kinds)('of kind %s ends with its own exit code', async (kind) => {
    const error = new FocusError(kind, 'some.code', 'It went wrong', { hint: 'Mend it.' });
    const context = fakeContext();
    expect(await reportFailure(error, context)).toBe(EXIT_CODES[kind]);
    expect(context.stderr).toEqual(['Error: It went wrong', 'Mend it.']);
    expect(context.stdout).toEqual([]);
  });

  it('does not pass on escape codes of what it quotes', async () => {
    const context = fakeContext();
    await reportFailure(
      new FocusError('input', 'some.code', 'Headers: \u001b[2JNom\nand'),
      context,
    );
    expect(context.stderr).toEqual(['Error: Headers: \u{fffd}[2JNom\nand']);
  });

  it('that nobody expected is a bug, and says how to report it', async () => {
    const context = fakeContext();
    expect(await reportFailure(new TypeError('x is not a function'), context)).toBe(1);
    expect(context.stderr[0]).toBe('Error: This is a bug in Focus Racer: x is not a function');
    expect(context.stderr[1]).toContain('--debug');
    expect(context.stderr.join()).not.toContain('at ');
  });

  it('shows the stacks of the whole chain of causes with --debug', async () => {
    const context = { ...fakeContext(), debug: true };
    const cause = new Error('the disk fell over');
    await reportFailure(new Error('it broke', { cause }), context);
    expect(context.stderr.join('\n')).toMatch(/it broke\n +at [^]*the disk fell over\n +at /);
  });

  it('is one JSON object for programs', async () => {
    const context = fakeContext({ json: true });
    await reportFailure(new FocusError('not-found', 'event.unknown', 'No such event'), context);
    expect(context.stderr.map((line) => JSON.parse(line))).toEqual([
      { type: 'error', kind: 'not-found', code: 'event.unknown', message: 'No such event' },
    ]);
  });
});
