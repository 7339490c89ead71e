import { otherOffset, photosFarFrom } from '../db/queries/photo-times.js';
import type { Db } from '../db/query.js';
import type { RaceEvent } from '../domain/event.js';
import { monthAround, type TimeDoubt } from '../domain/time-doubt.js';

/** What photos say against the event's zone and date. */
export async function doubtPhotos(db: Db, event: RaceEvent): Promise<TimeDoubt[]> {
  const { timeZone, timeZoneSource, date } = event;
  const doubts: TimeDoubt[] = [];
  // A camera may be in the zone of its home: where the event's was said, that is no doubt.
  const offset = timeZoneSource === 'machine' ? await otherOffset(db, event) : undefined;
  if (offset !== undefined) doubts.push({ code: 'time.other-offset', timeZone, ...offset });
  if (date === undefined) return doubts;
  const far = await photosFarFrom(db, event, monthAround(date));
  for (const photos of far) doubts.push({ code: 'time.far-from-date', date, ...photos });
  return doubts;
}
