import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSameFrame, type Frame } from '../../core/domain/near-duplicates.js';

const SIDE = 16;

interface Scene {
  readonly gain?: number;
  readonly offset?: number;
  /** In cells. */
  readonly shift?: number;
  /** Where a dark runner of three by five cells stands; a background without one by default. */
  readonly runner?: number;
}

/** A smooth background with contrast, as a signature sees it. */
function signature({ gain = 1, offset = 0, shift = 0, runner }: Scene = {}): Uint8Array {
  return Uint8Array.from({ length: SIDE * SIDE }, (_, cell) => {
    const x = cell % SIDE;
    const y = Math.floor(cell / SIDE);
    const isRunner = runner !== undefined && x >= runner && x < runner + 3 && y >= 6 && y < 11;
    const light =
      110 + 50 * Math.sin((x + shift) * 0.55) * Math.cos(y * 0.4) + 3 * y - (isRunner ? 70 : 0);
    return Math.max(0, Math.min(255, Math.round(gain * light + offset)));
  });
}

const CAMERA = 'Canon Canon EOS R6 0123';

function frame(scene: Scene = {}, known: Partial<Frame> = {}): Frame {
  return {
    signature: signature(scene),
    capturedLocal: '2024-05-12T09:31:22.370000',
    camera: CAMERA,
    ...known,
  };
}

const STRIPPED = { capturedLocal: undefined, camera: undefined };

describe('isSameFrame', () => {
  it('sees through other light, other contrast and a small crop', () => {
    const original = frame({ runner: 5 });
    for (const scene of [{ gain: 1.1 }, { gain: 0.85, offset: 10 }, { shift: 0.2 }]) {
      expect(isSameFrame(original, frame({ runner: 5, ...scene }))).toBe(true);
      expect(isSameFrame(original, frame({ runner: 5, ...scene }, STRIPPED))).toBe(true);
    }
  });

  it('sees that a runner moved before the same background', () => {
    expect(isSameFrame(frame({ runner: 5 }), frame({ runner: 7 }))).toBe(false);
    expect(isSameFrame(frame({ runner: 5 }, STRIPPED), frame({ runner: 7 }, STRIPPED))).toBe(false);
    expect(isSameFrame(frame({ runner: 5 }), frame())).toBe(false);
  });

  it('keeps frames apart that were taken at different times, even a tenth of a second', () => {
    const later = (capturedLocal: string): Frame => frame({}, { capturedLocal });
    expect(isSameFrame(frame(), later('2024-05-12T09:31:22.470000'))).toBe(false);
    expect(isSameFrame(frame(), later('2024-05-12T09:31:23.370000'))).toBe(false);
    expect(isSameFrame(frame(), later('2024-05-12T09:31:22.370000'))).toBe(true);
  });

  it('keeps frames of different cameras apart, but allows an export to drop the serial', () => {
    expect(isSameFrame(frame(), frame({}, { camera: 'NIKON Z 6' }))).toBe(false);
    expect(isSameFrame(frame(), frame({}, { camera: 'Canon Canon EOS R6 0999' }))).toBe(false);
    expect(isSameFrame(frame(), frame({}, { camera: 'Canon Canon EOS R6' }))).toBe(true);
  });

  it('is strict where a camera writes no fractions: the same second may be a burst', () => {
    const second = { capturedLocal: '2024-05-12T09:31:22.000000' };
    const original = frame({ runner: 5 }, second);
    expect(isSameFrame(original, frame({ runner: 5, gain: 0.95 }, second))).toBe(true);
    expect(isSameFrame(original, frame({ runner: 5, shift: 0.5 }, second))).toBe(false);
    expect(isSameFrame(original, frame({ runner: 5, shift: 0.5 }))).toBe(false);
    expect(isSameFrame(frame({ runner: 5 }), frame({ runner: 5, shift: 0.5 }))).toBe(true);
  });

  it('takes flat pictures, such as fog or a lens cap', () => {
    const flat = (value: number): Frame =>
      frame({}, { ...STRIPPED, signature: new Uint8Array(SIDE * SIDE).fill(value) });
    expect(isSameFrame(flat(0), flat(0))).toBe(true);
    expect(isSameFrame(flat(200), frame({}, STRIPPED))).toBe(false);
  });

  it('is symmetric, and true of a photo and itself', () => {
    const anyTime = fc.constantFrom(
      undefined,
      '2024-05-12T09:31:22.370000',
      '2024-05-12T09:31:22.000000',
    );
    const anyFrame = fc.record<Frame>({
      signature: fc.uint8Array({ minLength: SIDE * SIDE, maxLength: SIDE * SIDE }),
      capturedLocal: anyTime,
      camera: fc.constantFrom(undefined, CAMERA, 'Canon', 'SONY ILCE-9'),
    });
    fc.assert(
      fc.property(anyFrame, anyFrame, fc.integer({ min: 0, max: 12 }), (one, other, runner) => {
        const similar = { ...other, signature: signature({ runner }) };
        expect(isSameFrame(one, one)).toBe(true);
        expect(isSameFrame(one, other)).toBe(isSameFrame(other, one));
        expect(isSameFrame(frame({ runner: 5 }), similar)).toBe(
          isSameFrame(similar, frame({ runner: 5 })),
        );
      }),
    );
  });
});
