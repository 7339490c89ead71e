import type { LeftOut } from '../../core/index.js';
import type { Messages } from '../messages/messages.js';
import type { Format } from '../terminal/format.js';

/** What a folder holds beside the files found; no line where there is nothing. */
export function leftOutLines(
  leftOut: readonly LeftOut[],
  { folders: words }: Messages,
  { amount }: Format,
): string[] {
  if (leftOut.length === 0) return [];
  const causes = leftOut.map(({ cause, count, examples }) => {
    const named = count > examples.length ? [...examples, '...'] : examples;
    return `${words.causes[cause](amount(count))} (${named.join(', ')})`;
  });
  const hides = leftOut.some(({ cause }) => cause.startsWith('hidden'));
  return [words.leftOut(causes.join(', ')), ...(hides ? [words.showHidden] : [])];
}
