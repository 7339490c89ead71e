import { expect, it } from 'vitest';
import { takeDownsAlarm } from '../../core/mail/templates/take-downs-alarm.js';

it.each([
  ['en', 'Unusually many photos of Foulées are taken down'],
  ['fr', 'Un nombre inhabituel de photos de «\u00A0Foulées\u00A0» est retiré'],
] as const)('the alarm of many take-downs says what to look at, in %s', (language, subject) => {
  const counts = { ofEvent: 21, ofAddress: 6, ofNetwork: 2 };
  const alarm = takeDownsAlarm({ eventName: 'Foulées', eventSlug: 'foulees', ...counts }, language);
  expect(alarm.subject).toBe(subject);
  expect(alarm.rows.map(([, value]) => value)).toEqual(['Foulées', '21', '6', '2']);
  expect(alarm.todo).toContain('focusracer takedowns list --event foulees --since 1d');
  expect(alarm.todo).toContain('focusracer takedowns undo --event foulees --since 1d --dry-run');
});
