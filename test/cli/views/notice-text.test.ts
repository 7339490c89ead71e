import { describe, expect, it } from 'vitest';
import type { TimeDoubt } from '../../../core/index.js';
import { messagesIn } from '../../../cli/messages/messages.js';
import { createFormat } from '../../../cli/terminal/format.js';
import { noticeText } from '../../../cli/views/notice-text.js';

describe('a notice', () => {
  it('is said in the language of the person, with its values', () => {
    const notice = { code: 'faces.index', values: { days: 45 } } as const;
    expect(noticeText(notice, messagesIn('en'), createFormat('en'))).toMatch(
      /biometric data.* for 45 days/,
    );
    expect(noticeText(notice, messagesIn('fr'), createFormat('fr'))).toMatch(
      /données biométriques.* 45 jours/,
    );
  });

  it('of times that cannot be right says what to do', () => {
    const text = (language: 'en' | 'fr', doubt: TimeDoubt) =>
      noticeText(
        { code: 'time.doubt', values: { event: 'trail', doubt } },
        messagesIn(language),
        createFormat(language),
      );
    const offset = { photos: 1, offsetMinutes: -210, timeZone: 'UTC' };
    expect(text('en', { code: 'time.other-offset', ...offset })).toBe(
      "! 1 photo was taken in a time zone of UTC-03:30, which UTC is not. Say the race's: focusracer event edit trail --time-zone Europe/Paris",
    );
    const far = { photos: 28, camera: 'Canon EOS 600D', file: 'a.jpg', day: '2015-01-01' };
    const date = '2026-05-17';
    expect(text('en', { code: 'time.far-from-date', date, ...far })).toMatch(
      /^! 28 photos of Canon EOS 600D .*\(2026-05-17\), such as a\.jpg \(2015-01-01\)/,
    );
    expect(text('fr', { code: 'time.far-from-date', date, ...far, camera: undefined })).toMatch(
      /^! 28 photos \(appareil inconnu\) à plus d’un mois/,
    );
    expect(text('fr', { code: 'time.zone-guessed', timeZone: 'Etc/UTC' })).toContain('UTC');
  });

  it('counts one as one', () => {
    const notice = { code: 'faces.expired', values: { templates: 1 } } as const;
    expect(noticeText(notice, messagesIn('en'), createFormat('en'))).toMatch(
      /^1 face template .* was deleted/,
    );
    expect(noticeText(notice, messagesIn('fr'), createFormat('fr'))).toMatch(
      /^1 gabarit .* a été supprimé/,
    );
  });
});
