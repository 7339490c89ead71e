import { Writable } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { createTtyReporter } from '../../../cli/reporters/tty.js';
import { fakeContext } from '../support/fake-context.js';
import { failedPhoto, progress, started, summary } from '../support/ingest-events.js';

/** A terminal that remembers what was drawn on it. */
function fakeTerminal() {
  let drawn = '';
  const stream = new Writable({
    write(chunk, _encoding, done) {
      drawn += String(chunk);
      done();
    },
  });
  const terminal = Object.assign(stream, { isTTY: true, columns: 100, rows: 30 });
  return {
    terminal: terminal as unknown as NodeJS.WriteStream,
    text: () => stripVTControlCharacters(drawn),
  };
}

describe('the reporter for a person at a terminal', () => {
  it('draws the progress on stderr, and prints the summary when the drawing is over', async () => {
    const context = fakeContext();
    const { terminal, text } = fakeTerminal();
    const reporter = createTtyReporter(context, terminal);
    reporter.report(started);
    reporter.report({ type: 'phase', phase: 'photos' });
    reporter.report(failedPhoto);
    reporter.report(progress);
    reporter.tellStopping();
    reporter.report(summary);
    expect(context.stdout).toEqual([]);
    await reporter.close();

    for (const part of [
      'Ingesting /card into "nice"',
      'Working on the photos',
      'Failed: bad.jpg: cut short',
      '█████░░░',
      '1,234 of 5,000 files (24%)  4.4 photos/s  about 14 min 08 s left',
      '1,200 kept, 20 duplicates, 10 blurry, 3 unsupported, 1 failed',
      'Slowest: bibs and faces, 240 ms a photo',
      'Last problem: bad.jpg: cut short',
      'Press Ctrl-C again to stop at once',
    ]) {
      expect(text()).toContain(part);
    }
    expect(context.stdout[0]).toBe('Event: nice');
  });

  it('draws a failed file once, however often the progress is drawn', async () => {
    const { terminal, text } = fakeTerminal();
    const reporter = createTtyReporter(fakeContext(), terminal);
    reporter.report(failedPhoto);
    await new Promise((resolve) => setTimeout(resolve, 350));
    await reporter.close();
    expect(text().split('Failed: bad.jpg')).toHaveLength(2);
  });
});
