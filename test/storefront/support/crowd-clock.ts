import { vi } from 'vitest';
import type { Play } from '../../../core/bench/crowd/crowd-people.js';

export interface Actor {
  /** Milliseconds after the beginning. */
  readonly startsAt: number;
  readonly play: Play;
}

/**
 * Lets all play on one clock that jumps from one's next page to another's: minutes pass in as long as
 * the pages take. Whoever still plays at the end is stopped.
 */
export async function playTogether(actors: readonly Actor[], milliseconds: number): Promise<void> {
  const beginning = Date.now();
  const due = actors.map(({ startsAt, play }) => ({ at: startsAt, play }));
  vi.useFakeTimers({ toFake: ['Date'], now: beginning });
  try {
    for (;;) {
      due.sort((a, b) => a.at - b.at);
      const [first] = due;
      if (first === undefined || first.at > milliseconds) return;
      vi.setSystemTime(beginning + first.at);
      const { value, done } = await first.play.next();
      if (done === true) due.shift();
      else first.at += value;
    }
  } finally {
    vi.useRealTimers();
  }
}
