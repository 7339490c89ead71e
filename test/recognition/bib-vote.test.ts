import { expect, it } from 'vitest';
import { agreeOn, opinionOf, textOf } from '../../core/recognition/bib-vote.js';

function opinion(text: string, probability: number) {
  return opinionOf(Array.from(text, (character, step) => ({ character, probability, step })));
}

it('takes the text that two of three looks read, as sure as the surer one', () => {
  const agreed = agreeOn(opinion('7199', 0.5), [opinion('1199', 0.8), opinion('1199', 0.7)]);
  expect(textOf(agreed)).toBe('1199');
  expect(agreed.weakest).toBe(0.8);
});

it('keeps the first text where no two agree, no surer than the least sure look', () => {
  const agreed = agreeOn(opinion('203', 0.6), [opinion('208', 0.9), opinion('20', 0.3)]);
  expect(textOf(agreed)).toBe('203');
  expect(agreed.weakest).toBe(0.3);
});

it('reads capitals without spaces', () => {
  expect(textOf(opinion('a 20299', 1))).toBe('A20299');
});

it('is as sure as its least certain character', () => {
  const characters = [0.9, 0.4, 0.8].map((probability, step) => ({
    character: '1',
    probability,
    step,
  }));
  expect(opinionOf(characters).weakest).toBe(0.4);
});
