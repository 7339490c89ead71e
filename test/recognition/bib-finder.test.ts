import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { RgbImage } from '../../core/ports/vision.js';
import { createBibFinder, type BibFinder } from '../../core/recognition/bib-finder.js';
import type { FoundFace } from '../../core/recognition/face-detector.js';

let finder: BibFinder;
beforeAll(async () => {
  finder = await createBibFinder();
});
afterAll(() => finder.close());

interface DrawnText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly turn?: number;
}

async function draw(texts: readonly DrawnText[]): Promise<RgbImage> {
  const [width, height] = [1200, 800];
  const labels = texts.map(
    ({ text, x, y, size, turn = 0 }) =>
      `<g transform="translate(${x} ${y}) rotate(${turn})">
         <rect x="${-size * 1.6}" y="${-size}" width="${size * 3.2}" height="${size * 2}" fill="white"/>
         <text text-anchor="middle" y="${size * 0.35}" font-family="sans-serif" font-weight="bold" font-size="${size}">${text}</text>
       </g>`,
  );
  const svg = `<svg width="${width}" height="${height}"><rect width="100%" height="100%" fill="#587"/>${labels.join('')}</svg>`;
  const { data } = await sharp(Buffer.from(svg))
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width, height };
}

/** A face of 80 pixels whose torso's centre is at (x, y). */
function faceAbove(x: number, y: number): FoundFace {
  return {
    box: { left: (x - 40) / 1200, top: (y - 300) / 800, width: 80 / 1200, height: 100 / 800 },
    confidence: 99,
  };
}

const textsOf = (readings: readonly { text: string }[]) => readings.map(({ text }) => text).sort();

it('reads the bibs below two faces, one of them turned, and not the banner beside them', async () => {
  const image = await draw([
    { text: '4217', x: 300, y: 500, size: 44 },
    { text: '385', x: 800, y: 500, size: 44, turn: 12 },
    { text: '2026', x: 1100, y: 60, size: 30 },
  ]);
  const readings = await finder.find(image, [faceAbove(300, 500), faceAbove(800, 500)]);
  expect(textsOf(readings)).toEqual(['385', '4217']);
  for (const { confidence, weakestCharacter } of readings) {
    expect(confidence).toBeGreaterThan(90);
    expect(weakestCharacter).toBeGreaterThan(65);
  }
});

it('finds a bib without any face, in the whole picture', async () => {
  const image = await draw([{ text: '1507', x: 600, y: 400, size: 60 }]);
  const [reading] = await finder.find(image, []);
  expect(reading?.text).toBe('1507');
  expect(reading?.box.left).toBeGreaterThan(0.4);
  expect((reading?.box.left ?? 0) + (reading?.box.width ?? 1)).toBeLessThan(0.6);
});

it('reads nothing where nothing is written', async () => {
  expect(await finder.find(await draw([]), [faceAbove(300, 500)])).toEqual([]);
});
