import { describe, expect, it } from 'vitest';
import { createNdjsonReporter } from '../../../cli/reporters/ndjson.js';
import { fakeContext } from '../support/fake-context.js';
import { failedPhoto, keptPhoto, progress, started, summary } from '../support/ingest-events.js';

describe('the reporter for programs', () => {
  it('writes one object a line, and all fields of every photo', () => {
    const context = fakeContext({ json: true });
    const reporter = createNdjsonReporter(context);
    for (const event of [started, keptPhoto, failedPhoto, summary]) reporter.report(event);
    const lines = context.stdout.map((line) => JSON.parse(line));
    expect(lines).toEqual([
      started,
      { type: 'photo', file: 'good.jpg', outcome: 'kept', bibs: [], reason: null },
      { type: 'photo', file: 'bad.jpg', outcome: 'failed', bibs: [], reason: 'cut short' },
      summary,
    ]);
  });

  it('shows progress at most once a second', () => {
    const context = fakeContext({ json: true });
    let now = 0;
    const reporter = createNdjsonReporter(context, () => now);
    for (now = 0; now < 3000; now += 200) reporter.report(progress);
    expect(context.stdout).toHaveLength(3);
  });

  it('talks on stderr only', () => {
    const context = fakeContext({ json: true });
    createNdjsonReporter(context).tellStopping();
    expect(context.stdout).toEqual([]);
    expect(context.stderr).toHaveLength(1);
  });
});
