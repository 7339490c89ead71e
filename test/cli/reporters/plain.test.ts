import { describe, expect, it } from 'vitest';
import { createPlainReporter } from '../../../cli/reporters/plain.js';
import { fakeContext } from '../support/fake-context.js';
import { failedPhoto, keptPhoto, progress, started, summary } from '../support/ingest-events.js';

describe('the reporter for logs', () => {
  it('tells problems as they come, and the summary as data', () => {
    const context = fakeContext();
    const reporter = createPlainReporter(context);
    for (const event of [started, keptPhoto, failedPhoto, summary]) reporter.report(event);
    expect(context.stderr).toEqual(['Ingesting /card into "nice"', 'Failed: bad.jpg: cut short']);
    expect(context.stdout).toEqual([
      'Event: nice',
      '5,000 files found: 4,900 kept, 0 already known, 50 duplicates, 20 near duplicates, 20 blurry, 8 unsupported, 2 failed',
      'Left out: 4 hidden files (.a.jpg, .b.jpg, .c.jpg, ...), 1 link (loop)',
      'Hidden files and folders begin with a dot: give them another name to bring them in.',
      '4,500 photos tagged, 150 orphans (people but no bib), 6,000 faces',
      '18 min 50 s, 4.4 photos/s, peak memory 775.0 MB',
    ]);
  });

  it('shows progress every five seconds', () => {
    const context = fakeContext();
    let now = 0;
    const reporter = createPlainReporter(context, () => now);
    for (now = 0; now <= 10_000; now += 200) reporter.report(progress);
    expect(context.stderr).toEqual(
      Array(2).fill(
        '1,234 of 5,000 files (24%), 4.4 photos/s, about 14 min 08 s left (1,200 kept, 20 duplicates, 10 blurry, 3 unsupported, 1 failed)',
      ),
    );
  });

  it('speaks French', () => {
    const context = fakeContext({ language: 'fr' });
    createPlainReporter(context).report(failedPhoto);
    expect(context.stderr).toEqual(['Échec : bad.jpg : cut short']);
  });
});
