import { dateFormat } from './intl-formats.js';

/**
 * The instant at which clocks in the zone show that day and time. In the hour that is skipped in
 * spring it is the one after, in the hour that comes twice in autumn the first.
 *
 * @param day `YYYY-MM-DD`
 * @param time `HH:MM`
 * @returns undefined where that is no day or no time
 */
export function instantOf(day: string, time: string, timeZone: string): Date | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || !/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) return undefined;
  const wall = Date.parse(`${day}T${time}:00Z`);
  if (Number.isNaN(wall)) return undefined;
  // An offset before and one after any change near by; the right one reproduces the wall clock.
  const offsets = [wall - DAY, wall + DAY].map((near) => offsetOf(near, timeZone));
  const instants = offsets.map((offset) => wall - offset);
  const right = instants.find((instant, at) => offsetOf(instant, timeZone) === offsets[at]);
  return new Date(right ?? Math.max(...instants));
}

/** Day and time that clocks in the zone show: `YYYY-MM-DD`, `HH:MM`. */
export function wallClockOf(instant: Date, timeZone: string): { day: string; time: string } {
  const shown = new Date(instant.getTime() + offsetOf(instant.getTime(), timeZone)).toISOString();
  return { day: shown.slice(0, 10), time: shown.slice(11, 16) };
}

const DAY = 86_400_000;

/** Milliseconds by which clocks in the zone are ahead of UTC. */
function offsetOf(instant: number, timeZone: string): number {
  const parts = dateFormat('en-US', {
    timeZone,
    calendar: 'gregory',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(instant);
  const value = (type: Intl.DateTimeFormatPartTypes) =>
    Number(parts.find((part) => part.type === type)?.value);
  const shown = Date.UTC(
    value('year'),
    value('month') - 1,
    value('day'),
    value('hour'),
    value('minute'),
    value('second'),
  );
  return shown - Math.floor(instant / 1000) * 1000;
}
