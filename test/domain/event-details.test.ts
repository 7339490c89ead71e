import { describe, expect, it } from 'vitest';
import { checkEventDetails } from '../../core/domain/event-details.js';

describe('the date of an event', () => {
  it.each(['0000-01-01', '2026-02-30', '2026-13-01', '17.05.2026'])(
    'cannot be %s, which is in no calendar',
    (date) => {
      expect(() => checkEventDetails({ date })).toThrow(`"${date}" is not a date`);
    },
  );

  it('can be any day that is', () => {
    expect(() => checkEventDetails({ date: '2028-02-29' })).not.toThrow();
  });
});
