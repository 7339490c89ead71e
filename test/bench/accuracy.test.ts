import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { measureAccuracy } from '../../core/bench/accuracy.js';
import { readTruth } from '../../core/bench/accuracy-truth.js';
import type { Reading } from '../../core/domain/reading.js';
import type { VisionEngine } from '../../core/ports/vision.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'accuracy-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function writeSet(
  name: string,
  rows: readonly string[],
  photosFolder = 'images',
): Promise<void> {
  await mkdir(join(folder, name, photosFolder), { recursive: true });
  await writeFile(
    join(folder, name, 'truth.csv'),
    ['file,bibs,optional,complete', ...rows].join('\n'),
  );
  for (const row of rows) {
    const [file = ''] = row.split(',');
    // The shade tells the pretended engine which photo it looks at.
    const shade = Number.parseInt(file, 10);
    const photo = sharp({
      create: { width: 32, height: 32, channels: 3, background: { r: shade, g: shade, b: shade } },
    });
    await photo.png().toFile(join(folder, name, photosFolder, file));
  }
}

function reading(text: string): Reading {
  return {
    text,
    confidence: 99,
    weakestCharacter: 99,
    box: { left: 0, top: 0, width: 0.1, height: 0.1 },
    cut: { left: false, right: false },
  };
}

/** Reads in every photo the number that its shade stands for. */
const shadeEngine: VisionEngine = {
  name: 'local',
  version: 'shades',
  analyse: ({ image }) =>
    Promise.resolve({ readings: [reading(String(image.data[0]))], faces: [] }),
  close: () => Promise.resolve(),
};

describe('measureAccuracy', () => {
  it('scores every set and all together, free and with a start list', async () => {
    await writeSet('a', ['10.png,10,,1', '20.png,20,,1']);
    await writeSet('b', ['30.png,33,,1'], '.');
    const seen: string[] = [];
    const report = await measureAccuracy(folder, shadeEngine, ({ set, file, done, photos }) => {
      seen.push(`${set}/${file} ${done}/${photos}`);
    });
    expect(seen).toEqual(['a/10.png 1/3', 'a/20.png 2/3', 'b/30.png 3/3']);
    expect(report.engine).toBe('shades');
    expect(report.sets.map(({ name, free }) => [name, free.f1])).toEqual([
      ['a', 1],
      ['b', 0],
    ]);
    expect(report.total.free).toMatchObject({ photos: 3, hits: 2, misses: 1, wrong: 1 });
    expect(report.total.withStartList).toMatchObject({ hits: 2, misses: 1 });
    expect(report.cpuMillisecondsPerPhoto).toBeGreaterThan(0);
  });
});

describe('readTruth', () => {
  it('reads lists of bibs, and takes a photo for complete unless told', async () => {
    await writeSet('.', ['10.png,1;M2,3,0', '20.png,,,']);
    const [set] = await readTruth(folder);
    expect(set?.photos).toMatchObject([
      { file: '10.png', bibs: ['1', 'M2'], optional: ['3'], complete: false },
      { file: '20.png', bibs: [], optional: [], complete: true },
    ]);
  });

  it('says what is missing', async () => {
    await expect(readTruth(folder)).rejects.toMatchObject({
      kind: 'input',
      code: 'bench.no-truth',
    });
    await expect(readTruth(join(folder, 'nowhere'))).rejects.toMatchObject({
      code: 'bench.unreadable-folder',
    });
    await writeFile(join(folder, 'truth.csv'), 'file,bibs\nabsent.jpg,1\n');
    await expect(readTruth(folder)).rejects.toMatchObject({ code: 'bench.missing-photo' });
    await writeFile(join(folder, 'truth.csv'), 'name\nx.jpg\n');
    await expect(readTruth(folder)).rejects.toMatchObject({ code: 'bench.bad-truth' });
  });
});
