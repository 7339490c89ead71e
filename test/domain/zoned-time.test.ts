import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instantOf, wallClockOf } from '../../core/domain/zoned-time.js';

const PARIS = 'Europe/Paris';

describe('instantOf', () => {
  it.each([
    ['2026-05-17', '10:30', PARIS, '2026-05-17T08:30:00.000Z'],
    ['2026-12-31', '23:59', PARIS, '2026-12-31T22:59:00.000Z'],
    ['2026-05-17', '10:30', 'Asia/Kolkata', '2026-05-17T05:00:00.000Z'],
    // Clocks go from 02:00 to 03:00: half past two is the half past three that it becomes.
    ['2026-03-29', '02:30', PARIS, '2026-03-29T01:30:00.000Z'],
    // And come twice: the first is meant.
    ['2026-10-25', '02:30', PARIS, '2026-10-25T00:30:00.000Z'],
  ])('reads %s %s in %s', (day, time, zone, instant) => {
    expect(instantOf(day, time, zone)?.toISOString()).toBe(instant);
  });

  it.each([
    ['2026-13-01', '10:00'],
    ['2026-05-17', '24:00'],
    ['17/05/2026', '10:00'],
    ['2026-05-17', "10:00'; drop table photos"],
  ])('knows that %s %s is none', (day, time) => {
    expect(instantOf(day, time, PARIS)).toBeUndefined();
  });

  it('gives what clocks show, except in the hour that is skipped', () => {
    const minutes = fc.integer({
      min: Date.UTC(2020, 0) / 60_000,
      max: Date.UTC(2030, 0) / 60_000,
    });
    fc.assert(
      fc.property(minutes, fc.constantFrom(PARIS, 'America/New_York', 'UTC'), (minute, zone) => {
        const clock = wallClockOf(new Date(minute * 60_000), zone);
        const again = instantOf(clock.day, clock.time, zone);
        expect(again && wallClockOf(again, zone)).toEqual(clock);
      }),
    );
  });
});
