import { describe, expect, it } from 'vitest';
import type { TextCandidate } from '../../core/recognition/bib-candidates.js';
import { readCandidate } from '../../core/recognition/bib-readings.js';
import type { TextReader } from '../../core/recognition/text-reader.js';

const IMAGE = { data: new Uint8Array(400 * 200 * 3), width: 400, height: 200 };
const CANDIDATE: TextCandidate = {
  box: { centreX: 200, centreY: 100, width: 80, height: 40, angle: 0 },
  cut: { left: false, right: false },
  faceWidth: 70,
};

/** Gives the texts in turn, and fails when it is asked once more. */
function readerOf(...looks: readonly (readonly [text: string, probability: number])[]): TextReader {
  const left = [...looks];
  return {
    read() {
      const [text, probability] = left.shift() ?? expect.fail('one look too many');
      return Promise.resolve(
        [...text].map((character, step) => ({ character, probability, step })),
      );
    },
    close: () => Promise.resolve(),
  };
}

describe('readCandidate', () => {
  it('looks once at a long text that is sure', async () => {
    const reading = await readCandidate(IMAGE, CANDIDATE, readerOf(['12345', 0.95]));
    expect(reading).toMatchObject({ text: '12345', confidence: 95, weakestCharacter: 95 });
  });

  it('looks again at a doubtful text until another crop agrees', async () => {
    const reader = readerOf(['12345', 0.6], ['12348', 0.7], ['12345', 0.8]);
    expect(await readCandidate(IMAGE, CANDIDATE, reader)).toMatchObject({
      text: '12345',
      weakestCharacter: 80,
    });
  });

  it('finds the end that the box of a short bib left out', async () => {
    const reading = await readCandidate(IMAGE, CANDIDATE, readerOf(['92', 0.99], ['192', 0.95]));
    expect(reading?.text).toBe('192');
    expect(reading?.box.left).toBeCloseTo((200 - 40 - 14) / 400);
    expect(reading?.box.width).toBeCloseTo((80 + 28) / 400);
  });

  it.each([
    ['is another text', '817', 0.99],
    ['is not sure', '192', 0.85],
    ['is much longer', '19200', 0.99],
    ['is shorter', '9', 0.99],
  ])('keeps the short bib where the wider look %s', async (_, text, probability) => {
    const reading = await readCandidate(
      IMAGE,
      CANDIDATE,
      readerOf(['92', 0.99], [text, probability]),
    );
    expect(reading).toMatchObject({ text: '92', confidence: 99 });
  });

  it('does not look again at what cannot be a bib', async () => {
    expect(await readCandidate(IMAGE, CANDIDATE, readerOf(['KM', 0.5]))).toMatchObject({
      text: 'KM',
    });
    expect(await readCandidate(IMAGE, CANDIDATE, readerOf(['', 0]))).toBeUndefined();
  });
});
