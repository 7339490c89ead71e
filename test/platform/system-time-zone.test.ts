import { expect, it } from 'vitest';
import { systemTimeZone } from '../../core/platform/system-time-zone.js';

it('takes UTC where the system does not name its time zone', () => {
  expect(systemTimeZone({})).toBe('UTC');
  expect(systemTimeZone({ timeZone: 'Etc/Unknown' })).toBe('UTC');
  expect(systemTimeZone({ timeZone: 'Europe/Paris' })).toBe('Europe/Paris');
});
