import { describe, expect, it } from 'vitest';
import type { Exif } from 'sharp';
import { readMetadata } from '../../core/image/read-metadata.js';
import { drawnPicture } from './pictures.js';
import { tiffBlock, withCr3Boxes } from './raw-files.js';

const EXIF: Exif = {
  IFD0: { Make: 'Canon', Model: 'Canon EOS R6' },
  IFD2: {
    DateTimeOriginal: '2024:05:12 09:31:22',
    SubSecTimeOriginal: '37',
    OffsetTimeOriginal: '+02:00',
    BodySerialNumber: '013021001234',
  },
  IFD3: {
    GPSLatitudeRef: 'S',
    GPSLatitude: '33/1 52/1 30/1',
    GPSLongitudeRef: 'E',
    GPSLongitude: '151/1 12/1 0/1',
  },
};

const read = async (exif: Exif): ReturnType<typeof readMetadata> =>
  readMetadata(await drawnPicture(32, 32).withExif(exif).jpeg().toBuffer(), {
    kind: 'picture',
    format: 'jpeg',
  });

const localOf = async (IFD2: Record<string, string>): Promise<string | undefined> =>
  (await read({ IFD2 })).capture.local;

describe('readMetadata', () => {
  it.each(['jpeg', 'png', 'webp', 'avif'] as const)(
    'reads capture, camera and position from a %s',
    async (format) => {
      const bytes = await drawnPicture(32, 32).withExif(EXIF).toFormat(format).toBuffer();
      const { capture } = await readMetadata(bytes, { kind: 'picture', format });
      expect(capture).toEqual({
        local: '2024-05-12T09:31:22.370000',
        offsetMinutes: 120,
        cameraMake: 'Canon',
        cameraModel: 'Canon EOS R6',
        cameraSerial: '013021001234',
        latitude: expect.closeTo(-33.875, 6),
        longitude: expect.closeTo(151.2, 6),
      });
    },
  );

  it('reads the tags of a TIFF from its own directory', async () => {
    const bytes = tiffBlock([
      { tag: 0x010f, text: 'NIKON CORPORATION' },
      { tag: 0x0112, short: 8 },
    ]);
    const { capture, orientation } = await readMetadata(bytes, { kind: 'raw', format: 'nef' });
    expect(capture.cameraMake).toBe('NIKON CORPORATION');
    expect(orientation).toBe(8);
  });

  it.each([
    ['orf', 'IIRO'],
    ['rw2', 'IIU\0'],
  ] as const)('reads a %s, whose signature is not quite TIFF', async (format, signature) => {
    const bytes = tiffBlock([{ tag: 0x0110, text: 'E-M1X' }]);
    bytes.write(signature, 'latin1');
    const { capture } = await readMetadata(bytes, { kind: 'raw', format });
    expect(capture.cameraModel).toBe('E-M1X');
  });

  it('reads the boxes of a CR3', async () => {
    const bytes = withCr3Boxes({
      CMT1: tiffBlock([
        { tag: 0x0110, text: 'Canon EOS R5' },
        { tag: 0x0112, short: 6 },
      ]),
      CMT2: tiffBlock([
        { tag: 0x9003, text: '2024:05:12 09:31:22' },
        { tag: 0x9291, text: '05' },
      ]),
    });
    const { capture, orientation } = await readMetadata(bytes, { kind: 'raw', format: 'cr3' });
    expect(capture.cameraModel).toBe('Canon EOS R5');
    expect(capture.local).toBe('2024-05-12T09:31:22.050000');
    expect(orientation).toBe(6);
  });

  it('prefers the time of exposure, then the time of digitising', async () => {
    const digitized = { DateTimeDigitized: '2024:05:13 10:00:00', SubSecTimeDigitized: '5' };
    expect(await localOf(digitized)).toBe('2024-05-13T10:00:00.500000');
    expect(await localOf({ ...digitized, DateTimeOriginal: '2024:05:12 09:00:00' })).toBe(
      '2024-05-12T09:00:00.000000',
    );
  });

  it.each([
    '0000:00:00 00:00:00',
    '0000:01:01 00:00:00',
    '2024:02:31 10:00:00',
    '2024:05:12 25:00:00',
    '    :  :     :  :  ',
  ])('takes the impossible date %j for none', async (DateTimeOriginal) => {
    expect(await localOf({ DateTimeOriginal })).toBeUndefined();
  });

  it.each([
    ['-03:30', -210],
    ['Z', 0],
    ['+25:00', undefined],
    ['   :  ', undefined],
  ])('reads the offset %j as %s minutes', async (OffsetTimeOriginal, minutes) => {
    const { capture } = await read({
      IFD2: { DateTimeOriginal: '2024:05:12 09:31:22', OffsetTimeOriginal },
    });
    expect(capture.offsetMinutes).toBe(minutes);
  });

  it('keeps control characters out of names, which databases and terminals would choke on', async () => {
    const { capture } = await read({ IFD0: { Model: ' EOS\u001b[31m\u0007 R6 ' } });
    expect(capture.cameraModel).toBe('EOS[31m R6');
  });

  it('survives damage anywhere in the EXIF', async () => {
    const whole = await drawnPicture(16, 16).withExif(EXIF).jpeg().toBuffer();
    const end = whole.indexOf(Buffer.from([0xff, 0xdb]));
    for (let at = 2; at < end; at += 3) {
      const damaged = Buffer.from(whole);
      damaged.fill((at * 89) % 256, at, Math.min(at + 4, end));
      const { capture } = await readMetadata(damaged, { kind: 'picture', format: 'jpeg' });
      expect(capture).toHaveProperty('local');
    }
    for (const bytes of [Buffer.alloc(0), Buffer.from('II*\0'), Buffer.alloc(500)]) {
      for (const format of ['jpeg', 'tiff'] as const) {
        const { capture } = await readMetadata(bytes, { kind: 'picture', format });
        expect(capture.local).toBeUndefined();
      }
    }
  });
});
