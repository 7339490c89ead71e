import type { IngestSummary } from '../../core/index.js';
import type { Messages } from '../messages/messages.js';
import type { Format } from '../terminal/format.js';
import { leftOutLines } from './left-out-lines.js';

/** The end of an ingest for a person: what was found, what became of it, what was recognised. */
export function summaryLines(summary: IngestSummary, messages: Messages, format: Format): string[] {
  const { summary: words, outcomes, rate } = messages.talk.ingest;
  const outcomeCounts = [
    [outcomes.kept, summary.kept],
    [outcomes.known, summary.known],
    [outcomes.duplicate, summary.duplicates],
    [outcomes['near-duplicate'], summary.nearDuplicates],
    [outcomes.blurry, summary.blurry],
    [outcomes.unsupported, summary.unsupported],
    [outcomes.failed, summary.failed],
  ] as const;
  const counted = outcomeCounts.map(([say, count]) => say(format.amount(count)));
  return [
    words.event(summary.event),
    words.found(format.amount(summary.found), counted.join(', ')),
    ...leftOutLines(summary.leftOut, messages, format),
    words.recognised(
      format.amount(summary.tagged),
      format.amount(summary.orphans),
      format.amount(summary.faces),
    ),
    `${format.duration(summary.seconds)}, ${rate(format.decimal(summary.photosPerSecond))}, ${words.memory(format.bytes(summary.peakRssBytes))}`,
  ];
}
