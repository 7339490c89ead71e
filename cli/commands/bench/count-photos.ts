import type { CommandContext } from '../../context.js';
import { createFormat } from '../../terminal/format.js';

const INTERVAL_MS = 5000;

/** Tells now and then how far a measurement has come. */
export function createPhotoCounter(
  { output, messages, language }: CommandContext,
  now: () => number = Date.now,
): (progress: { readonly done: number; readonly photos: number }) => void {
  const { count, amount } = createFormat(language);
  let lastAt = now();
  return ({ done, photos }) => {
    if (now() - lastAt < INTERVAL_MS && done < photos) return;
    lastAt = now();
    output.talk(messages.talk.bench.done(count(done), amount(photos)));
  };
}
