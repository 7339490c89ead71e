import { describe, expect, it } from 'vitest';
import { messagesIn } from '../../../cli/messages/messages.js';
import { createFormat } from '../../../cli/terminal/format.js';

const say = (language: 'en' | 'fr', count: number): string => {
  const { outcomes } = messagesIn(language).talk.ingest;
  return outcomes.duplicate(createFormat(language).amount(count));
};

describe('words beside a count', () => {
  it('agree with it as each language has it: nought is plural in English, singular in French', () => {
    expect([0, 1, 2].map((count) => say('en', count))).toEqual([
      '0 duplicates',
      '1 duplicate',
      '2 duplicates',
    ]);
    expect([0, 1, 2].map((count) => say('fr', count))).toEqual([
      '0 doublon',
      '1 doublon',
      '2 doublons',
    ]);
  });

  it('agree in French with the files that were found, in a plan as in a summary', () => {
    const { plan, ingest } = messagesIn('fr').talk;
    const files = createFormat('fr').amount(2);
    expect(ingest.outcomes.known(files)).toBe(plan.known(files));
    expect(ingest.summary.found(files, ingest.outcomes.kept(files))).toBe(
      '2 fichiers trouvés : 2 gardés',
    );
  });

  it('are plural for millions, for which French has a form of its own', () => {
    expect(say('en', 1_000_000)).toBe('1,000,000 duplicates');
    expect(say('fr', 1_000_000)).toMatch(/ doublons$/);
  });
});
