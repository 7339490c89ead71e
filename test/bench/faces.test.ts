import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { measureFaces } from '../../core/bench/faces.js';
import type { DetectedFace } from '../../core/domain/face.js';
import type { VisionEngine } from '../../core/ports/vision.js';

/** Sees in a plain picture one face, which is that of the picture's colour, and a tiny other one. */
const engine: VisionEngine = {
  name: 'local',
  version: 'by-colour',
  analyse: async ({ image }) => {
    const embedding = new Float32Array(512);
    embedding.set([
      (image.data[0] ?? 0) / 255,
      (image.data[1] ?? 0) / 255,
      (image.data[2] ?? 0) / 255,
    ]);
    const other = new Float32Array(512).fill(1);
    return {
      readings: [],
      faces: [faceOf(0.01, other), faceOf(0.3, embedding), faceOf(0.5, undefined)],
    };
  },
  close: async () => undefined,
};

function faceOf(side: number, embedding: Float32Array | undefined): DetectedFace {
  const point = { x: 0.5, y: 0.5 };
  return {
    box: { left: 0, top: 0, width: side, height: side },
    landmarks: [point, point, point, point, point],
    confidence: 99,
    quality: 80,
    smile: undefined,
    eyesOpen: undefined,
    embedding,
  };
}

describe('measureFaces', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'focusracer-faces-'));
    await mkdir(join(folder, 'one', 'images'), { recursive: true });
    await mkdir(join(folder, 'two'), { recursive: true });
    const paint = (path: string, background: string) =>
      sharp({ create: { width: 8, height: 8, channels: 3, background } })
        .png()
        .toFile(join(folder, path));
    await paint('one/images/a.png', '#ff0000');
    await paint('one/images/b.png', '#f01000');
    await paint('two/c.png', '#0000ff');
    await writeFile(join(folder, 'one', 'identities.csv'), 'file,person\na.png,red\nb.png,red\n');
    await writeFile(join(folder, 'two', 'identities.csv'), 'file,person,set\nc.png,red,two\n');
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('scores each set and all together, with the largest face that can be compared', async () => {
    const seen: string[] = [];
    const report = await measureFaces(folder, engine, ({ set, done, photos }) =>
      seen.push(`${set} ${done}/${photos}`),
    );
    expect(seen).toEqual(['one 1/3', 'one 2/3', 'two 3/3']);
    expect(report.sets.map(({ name }) => name)).toEqual(['one', 'two']);
    const at85 = report.total.settings.find(({ threshold }) => threshold === 85)?.pairs;
    expect(at85).toMatchObject({ samePairs: 1, found: 1, differentPairs: 2, falseMatches: 0 });
  });

  it('takes a single set as well', async () => {
    const report = await measureFaces(join(folder, 'one'), engine);
    expect(report.sets.map(({ name }) => name)).toEqual(['one']);
  });

  it('says what a folder lacks', async () => {
    await mkdir(join(folder, 'bad'), { recursive: true });
    await expect(measureFaces(join(folder, 'bad'), engine)).rejects.toMatchObject({
      code: 'bench.no-identities',
    });
    await writeFile(join(folder, 'bad', 'identities.csv'), 'file,person\nmissing.png,red\n');
    await expect(measureFaces(join(folder, 'bad'), engine)).rejects.toMatchObject({
      code: 'bench.missing-photo',
    });
    await writeFile(join(folder, 'bad', 'identities.csv'), 'photo,who\na.png,red\n');
    await expect(measureFaces(join(folder, 'bad'), engine)).rejects.toMatchObject({
      code: 'bench.bad-identities',
    });
    await expect(measureFaces(join(folder, 'nowhere'), engine)).rejects.toMatchObject({
      code: 'bench.unreadable-folder',
    });
    await rm(join(folder, 'bad'), { recursive: true });
  });
});
