import type { IngestPlan } from '../../core/index.js';
import type { Messages } from '../messages/messages.js';
import type { Format } from '../terminal/format.js';
import { leftOutLines } from './left-out-lines.js';
import { countsLine } from './start-list-lines.js';

/** What an ingest would do, for a person. */
export function planLines(plan: IngestPlan, messages: Messages, format: Format): string[] {
  const { plan: words } = messages.talk;
  const { amount } = format;
  const counts = [
    [words.new, plan.new],
    [words.changed, plan.changed],
    [words.retried, plan.retried],
    [words.known, plan.known],
    [words.unsupported, plan.unsupported],
    [words.unreadable, plan.unreadable],
  ] as const;
  return [
    plan.isNewEvent ? words.newEvent(plan.event) : words.existingEvent(plan.event),
    words.found(amount(plan.found), counts.map(([say, number]) => say(amount(number))).join(', ')),
    ...leftOutLines(plan.leftOut, messages, format),
    ...startListLines(plan, messages, format),
    words.toRead(format.bytes(plan.bytesToRead)),
  ];
}

function startListLines({ startList: list }: IngestPlan, messages: Messages, format: Format) {
  if (list === undefined) return [];
  const { accepted, added, changed, removed, bibSwaps, rejected } = list;
  const { startList: words } = messages;
  const counts = countsLine({ accepted, added, changed, removed, bibSwaps }, messages, format);
  return rejected === 0 ? [counts] : [counts, words.rejectsPlanned(format.count(rejected))];
}
