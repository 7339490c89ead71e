import { describe, expect, it } from 'vitest';
import { costOf, speedOf } from '../../core/bench/speed-cost.js';
import { ownFloor, plainFloor } from '../../core/bench/speed-floor.js';
import { drawnPicture } from '../image/pictures.js';

describe.each([
  ['plainFloor', plainFloor],
  ['ownFloor', ownFloor],
])('%s', (_, floor) => {
  it('decodes and writes one JPEG, or says that it could not', async () => {
    expect(await floor(await drawnPicture(64, 48).png().toBuffer())).toBeGreaterThan(100);
    expect(await floor(Buffer.from('no photo'))).toBeUndefined();
  });
});

describe('the cost of runs', () => {
  it('is in seconds and CPU milliseconds', async () => {
    const cost = await costOf(() => Promise.resolve());
    expect(cost.seconds).toBeGreaterThanOrEqual(0);
    expect(cost.cpuMs).toBeGreaterThanOrEqual(0);
  });

  it('is their mean', () => {
    const runs = [
      { seconds: 1, cpuMs: 400 },
      { seconds: 3, cpuMs: 800 },
    ];
    expect(speedOf(4, runs)).toEqual({
      photos: 4,
      seconds: 2,
      photosPerSecond: 2,
      cpuMsPerPhoto: 150,
    });
  });
});
