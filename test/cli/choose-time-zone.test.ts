import { beforeEach, expect, it, vi } from 'vitest';
import { chooseTimeZone } from '../../cli/choose-time-zone.js';
import { fakeContext } from './support/fake-context.js';

const asked = vi.hoisted(() => ({ questions: [] as string[], answers: [] as string[] }));
vi.mock('../../cli/terminal/ask.js', () => ({
  ask: async (question: string) => {
    asked.questions.push(question);
    return asked.answers.shift() ?? '';
  },
}));
beforeEach(() => {
  asked.questions = [];
});

const atTerminal = () => {
  const context = fakeContext();
  return { ...context, terminal: { ...context.terminal, canAsk: true } };
};
const machine = Intl.DateTimeFormat().resolvedOptions().timeZone;

it('asks at a terminal, with the zone of the machine as the default', async () => {
  asked.answers = [''];
  expect(await chooseTimeZone(undefined, atTerminal())).toBe(machine);
  expect(asked.questions).toEqual([`Time zone of the race [${machine}]: `]);
});

it('asks again until it is a time zone', async () => {
  asked.answers = ['Paris', 'CEST+2', 'Europe/Paris'];
  const context = atTerminal();
  expect(await chooseTimeZone(undefined, context)).toBe('Europe/Paris');
  expect(context.stderr).toEqual([
    '"Paris" is no time zone. Write it as Europe/Paris.',
    '"CEST+2" is no time zone. Write it as Europe/Paris.',
  ]);
});

it('asks nobody who gave one, and nobody who cannot answer', async () => {
  expect(await chooseTimeZone('Asia/Tokyo', atTerminal())).toBe('Asia/Tokyo');
  expect(await chooseTimeZone(undefined, fakeContext())).toBeUndefined();
  expect(await chooseTimeZone(undefined, { ...atTerminal(), json: true })).toBeUndefined();
  expect(asked.questions).toEqual([]);
});
