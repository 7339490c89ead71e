import { beforeAll, describe, expect, it } from 'vitest';
import { decodePhoto } from '../../core/image/decode.js';
import { findEmbeddedJpeg } from '../../core/image/embedded-jpeg.js';
import { drawnPicture } from './pictures.js';
import { sensorData, tiffBlock, withCr3Boxes } from './raw-files.js';

describe('findEmbeddedJpeg', () => {
  let small: Buffer;
  let large: Buffer;
  let progressive: Buffer;
  beforeAll(async () => {
    small = await drawnPicture(160, 120).jpeg().toBuffer();
    large = await drawnPicture(600, 400).jpeg().toBuffer();
    progressive = await drawnPicture(500, 300).jpeg({ progressive: true }).toBuffer();
  });

  it('takes the largest, wherever it is', () => {
    const head = tiffBlock([{ tag: 0x0112, short: 6 }]);
    const sensor = sensorData(20_000);
    for (const parts of [
      [head, small, sensor, large],
      [head, large, small, sensor],
      [withCr3Boxes({ uuid: small, mdat: large }), sensor],
      [Buffer.from('FUJIFILMCCD-RAW 0201'), progressive, sensor, large, small],
    ]) {
      expect(large.equals(findEmbeddedJpeg(Buffer.concat(parts))!)).toBe(true);
    }
  });

  it('finds a progressive one, whose scans are several', () => {
    const raw = Buffer.concat([small, sensorData(5000), progressive]);
    expect(progressive.equals(findEmbeddedJpeg(raw)!)).toBe(true);
  });

  it('does not look at the thumbnail inside the EXIF of another JPEG', () => {
    const segment = Buffer.concat([Buffer.from([0xff, 0xe1, 0, 0]), large]);
    segment.writeUInt16BE(segment.length - 2, 2);
    const outer = Buffer.concat([small.subarray(0, 2), segment, small.subarray(2)]);
    expect(findEmbeddedJpeg(Buffer.concat([sensorData(500), outer]))).toHaveLength(outer.length);
  });

  it('passes over lossless JPEG, which holds sensor data', () => {
    const lossless = Buffer.from(large);
    lossless[lossless.indexOf(Buffer.from([0xff, 0xc0])) + 1] = 0xc3;
    const raw = Buffer.concat([sensorData(500), lossless, small]);
    expect(small.equals(findEmbeddedJpeg(raw)!)).toBe(true);
  });

  it('finds none in sensor data, and none that is cut short', () => {
    expect(findEmbeddedJpeg(sensorData(50_000))).toBeUndefined();
    expect(findEmbeddedJpeg(Buffer.alloc(0))).toBeUndefined();
    const cut = large.subarray(0, large.length - 2);
    expect(findEmbeddedJpeg(Buffer.concat([sensorData(500), cut]))).toBeUndefined();
  });

  it('gives bytes that decode', async () => {
    const raw = Buffer.concat([sensorData(3000), large, sensorData(3000)]);
    const decoded = await decodePhoto(findEmbeddedJpeg(raw)!, { orientation: 6 });
    expect(decoded).toMatchObject({ kind: 'decoded', width: 400, height: 600 });
  });
});
