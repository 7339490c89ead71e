import { describe, expect, it } from 'vitest';
import {
  allowanceOf,
  isFresh,
  judge,
  KEPT_FOR_THOSE_WHO_GO_ON,
  NEWCOMERS,
  STEPS_OF_A_PERSON,
  SUSPECTS,
  type Look,
} from '../../core/domain/visits.js';

const LOOK: Look = {
  step: 'jump',
  steps: 0,
  jumps: 1,
  isQuick: false,
  isHasty: false,
  isSuspect: false,
  wasRefused: false,
  hasActed: false,
};
const AS_SUSPECT = { kind: 'charge', budgets: [[SUSPECTS, 0]] };
const SERVED = { kind: 'serve', isNowAPerson: false };
const visit = (hasActed: boolean) => ({
  since: new Date('2026-05-03T10:00:00Z'),
  cameSearching: false,
  hasActed,
});

describe('who looks at a page', () => {
  it('costs nobody anything on the first page of an event, of who is refused all else too', () => {
    for (const one of [{}, { isSuspect: true }, { wasRefused: true }, { isQuick: true }])
      expect(judge({ ...LOOK, ...one, step: 'entry' })).toEqual(SERVED);
    expect(judge({ ...LOOK, step: 'entry', isHasty: true })).toEqual({ kind: 'wait' });
  });

  it('is a person among the photos that were searched for, refused before or not', () => {
    expect(judge({ ...LOOK, step: 'own' })).toEqual(SERVED);
    expect(judge({ ...LOOK, step: 'own', wasRefused: true, isQuick: true })).toEqual(SERVED);
    expect(judge({ ...LOOK, step: 'own', isHasty: true })).toEqual(AS_SUSPECT);
    expect(judge({ ...LOOK, step: 'search' })).toEqual(AS_SUSPECT);
  });

  it('is a person after a form, at a person’s pace', () => {
    expect(judge({ ...LOOK, hasActed: true })).toEqual(SERVED);
    expect(judge({ ...LOOK, hasActed: true, isHasty: true })).toEqual(AS_SUSPECT);
    expect(judge({ ...LOOK, hasActed: true, isSuspect: true })).toEqual(AS_SUSPECT);
  });

  it('becomes a person by steps from photo to photo, once', () => {
    const on = { ...LOOK, step: 'on' } as const;
    expect(judge({ ...on, steps: STEPS_OF_A_PERSON - 1 }).kind).toBe('charge');
    expect(judge({ ...on, steps: STEPS_OF_A_PERSON })).toEqual({
      kind: 'serve',
      isNowAPerson: true,
    });
    expect(judge({ ...on, steps: STEPS_OF_A_PERSON + 1 })).toEqual(SERVED);
    expect(judge({ ...on, steps: STEPS_OF_A_PERSON, isQuick: true })).toEqual(SERVED);
    // A photo elsewhere, or the same again, is nothing to lose it for.
    expect(judge({ ...LOOK, steps: STEPS_OF_A_PERSON })).toEqual(SERVED);
  });

  it('is a newcomer else, of whom those who go on have what others leave', () => {
    const budgets = (kept: number) => ({
      kind: 'charge',
      budgets: [
        [NEWCOMERS, kept],
        [SUSPECTS, 0],
      ],
    });
    expect(judge(LOOK)).toEqual(budgets(KEPT_FOR_THOSE_WHO_GO_ON));
    expect(judge({ ...LOOK, step: 'again' })).toEqual(budgets(KEPT_FOR_THOSE_WHO_GO_ON));
    expect(judge({ ...LOOK, step: 'on', steps: 1 })).toEqual(budgets(0));
    expect(judge({ ...LOOK, wasRefused: true })).toEqual(AS_SUSPECT);
    expect(judge({ ...LOOK, isQuick: true })).toEqual(AS_SUSPECT);
    expect(judge({ ...LOOK, jumps: 3 })).toEqual(budgets(KEPT_FOR_THOSE_WHO_GO_ON));
    expect(judge({ ...LOOK, jumps: 4 })).toEqual(AS_SUSPECT);
  });
});

describe('the budgets of an address', () => {
  it('give 60 photo pages in any minute to all whom nothing tells from a machine', () => {
    const most = [NEWCOMERS, SUSPECTS].reduce((sum, one) => sum + one.atOnce + one.perMinute, 0);
    expect(most).toBe(60);
  });
});

describe('a visit', () => {
  it('is fresh for a second', () => {
    const { since } = visit(false);
    expect(isFresh(visit(false), new Date(since.getTime() + 999))).toBe(true);
    expect(isFresh(visit(false), new Date(since.getTime() + 1000))).toBe(false);
  });

  it('begins with five photos in a row, and has more with time and with reason', () => {
    const first = { pacedUntil: (ms: number) => new Date(visit(false).since.getTime() + ms) };
    expect(allowanceOf(visit(false), false)).toEqual({
      burstMs: 10_000,
      pacedUntil: first.pacedUntil(7500),
      mostSearches: 8,
    });
    expect(allowanceOf(visit(false), true).burstMs).toBe(20_000);
    expect(allowanceOf(visit(true), false)).toMatchObject({ burstMs: 20_000, mostSearches: 40 });
  });
});
