import type { CrowdReport } from '../../core/index.js';
import type { Messages } from '../messages/messages.js';
import type { Format } from '../terminal/format.js';
import type { Pair } from '../terminal/table.js';

/** What people met with, and what each scraper got. */
export function crowdPairs(
  report: CrowdReport,
  { talk: { bench } }: Messages,
  format: Format,
): Pair[] {
  const { people, scrapers } = report;
  const counts = (of: Readonly<Record<string, number>>) =>
    Object.entries(of).map(([name, count]) => `${name}: ${format.count(count)}`);
  const milliseconds = (value: number) => value.toFixed(0);
  return [
    [bench.phones, format.count(report.phones)],
    [bench.pages, format.count(people.pages)],
    [bench.refused, counts(people.refused).join(', ') || '0'],
    [bench.failed, counts(people.failed).join(', ') || '0'],
    [
      bench.orders,
      bench.placedAndPaid(format.count(people.orders.placed), format.count(people.orders.paid)),
    ],
    [
      bench.answers,
      bench.answerTimes({
        p50: milliseconds(people.latencyMs.p50),
        p95: milliseconds(people.latencyMs.p95),
        p99: milliseconds(people.latencyMs.p99),
      }),
    ],
    ...scrapers.map((scraper): Pair => [
      `${bench.scraper} ${scraper.kind}`,
      bench.scraped({
        requests: format.count(scraper.requests),
        photos: format.count(scraper.photoPages),
        most: format.count(scraper.mostInAMinute),
        seconds: format.count(scraper.seconds),
      }),
    ]),
    [bench.scrapersTogether, format.count(report.scrapersTogether.mostInAMinute)],
    [bench.memory, format.bytes(report.memoryBytes)],
  ];
}
