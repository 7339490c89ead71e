import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { focusracerWithDatabase, type Focusracer } from '../support/focusracer.js';

const GREY = 110;

let focusracer: Focusracer;
let race: string;
/** The same picture twice, as two photos: only what EXIF says differs. */
let photos: readonly Buffer[];

beforeAll(async () => {
  focusracer = await focusracerWithDatabase();
  race = join(focusracer.home, 'race');
  await mkdir(race);
  photos = await Promise.all(['Léa', 'Noé'].map((artist) => greyPhoto(artist)));
  await Promise.all(photos.map((photo, index) => writeFile(join(race, `${index}.jpg`), photo)));
});
afterAll(() => focusracer.remove());

const setPicture = (file: string) => focusracer.run('config', 'set', 'watermarkPicture', file);
const OPTIONS = ['--workers', '1', '--blur-threshold', '0', '--no-near-duplicates'];

describe("ingest with the seller's picture for a watermark", () => {
  it('refuses a picture that is not there, in a plan too, and one cut short, before anything is made', async () => {
    await setPicture('logo.png');
    expect(await focusracer.run('ingest', race, '--dry-run')).toMatchObject({
      exitCode: 78,
      stdout: '',
      stderr: expect.stringMatching(/logo\.png cannot be read\n.*watermarkPicture/),
    });
    const logo = await logoPng();
    await writeFile(join(focusracer.home, 'logo.png'), logo.subarray(0, logo.length / 2));
    expect(await focusracer.start(['ingest', race])).toMatchObject({
      exitCode: 78,
      stdout: '',
      stderr: expect.stringMatching(/gives no mark\n.*watermarkPicture/),
    });
    expect(await focusracer.json('event', 'list')).toEqual([]);
  });

  it('marks each preview with it in another way, and leaves the originals alone', async () => {
    await writeFile(join(focusracer.home, 'logo.png'), await logoPng());
    const lines = await focusracer.startForJson('ingest', race, ...OPTIONS);
    expect(lines.at(-1)).toMatchObject({ type: 'summary', found: 2, kept: 2 });

    const masks = await Promise.all((await objectsNamed('preview.jpg')).map(magentaMask));
    const [one, other] = masks;
    for (const { marked, plain } of masks) {
      expect(share(marked)).toBeGreaterThan(0.05);
      // Nothing else is drawn, such as the text that the picture takes the place of.
      expect(share(plain)).toBeGreaterThan(0.5);
    }
    const onBoth = one!.marked.map((isMarked, pixel) => isMarked && other!.marked[pixel]!);
    expect(share(onBoth)).toBeLessThan(0.7 * share(one!.marked));

    const stored = await objectsNamed('original');
    const byBytes = (a: Buffer, b: Buffer) => Buffer.compare(a, b);
    expect(stored.sort(byBytes)).toEqual([...photos].sort(byBytes));
    for (const [index, photo] of photos.entries())
      expect(await readFile(join(race, `${index}.jpg`))).toEqual(photo);
  });
});

/** Flat: whatever is to be seen in its preview is the mark. */
function greyPhoto(artist: string): Promise<Buffer> {
  const background = { r: GREY, g: GREY, b: GREY };
  return sharp({ create: { width: 1500, height: 1000, channels: 3, background } })
    .withExif({ IFD0: { Artist: artist } })
    .jpeg({ quality: 95 })
    .toBuffer();
}

/** A magenta bar on a transparent ground. */
async function logoPng(): Promise<Buffer> {
  const bar = { create: { width: 220, height: 40, channels: 4, background: '#ff00ff' } } as const;
  return sharp(bar)
    .extend({ top: 30, bottom: 30, background: { r: 0, g: 0, b: 0, alpha: 0 } })
    .png()
    .toBuffer();
}

async function objectsNamed(name: string): Promise<Buffer[]> {
  const root = join(focusracer.home, 'objects');
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && entry.name === name);
  return Promise.all(files.map((file) => readFile(join(file.parentPath, file.name))));
}

/** For each pixel, whether the half transparent mark is over it, and whether nothing is. */
async function magentaMask(jpeg: Buffer) {
  const { data } = await sharp(jpeg).raw().toBuffer({ resolveWithObject: true });
  const pixels = Array.from({ length: data.length / 3 }, (_, at) => [
    data[at * 3]!,
    data[at * 3 + 1]!,
  ]);
  return {
    marked: pixels.map(([red, green]) => red! > GREY + 40 && green! < GREY - 30),
    plain: pixels.map((pixel) => pixel.every((value) => Math.abs(value - GREY) < 8)),
  };
}

function share(pixels: readonly boolean[]): number {
  return pixels.filter(Boolean).length / pixels.length;
}
