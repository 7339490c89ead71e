import { describe, expect, it } from 'vitest';
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
