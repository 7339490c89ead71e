import { describe, expect, it } from 'vitest';
import { IDENTIFY_BYTES, identify } from '../../core/image/identify.js';
import { drawnPicture } from './pictures.js';

const bytes = (text: string): Buffer => Buffer.from(text.padEnd(32, '\0'), 'latin1');

describe('identify', () => {
  it.each(['jpeg', 'png', 'webp', 'tiff', 'avif'] as const)(
    'knows a %s by its content, whatever it is called',
    async (format) => {
      const file = await drawnPicture(64, 48).toFormat(format).toBuffer();
      const head = file.subarray(0, IDENTIFY_BYTES);
      for (const name of ['a.jpg', 'a.PNG', 'a.txt', 'no-ending', '']) {
        expect(identify(head, name)).toEqual({ kind: 'picture', format });
      }
    },
  );

  it.each([
    ['II*\0\x10\0\0\0CR\x02\0', 'x.dat', 'cr2'],
    ['\0\0\0\x18ftypcrx \0\0\0\x01crx isom', 'x.jpg', 'cr3'],
    ['FUJIFILMCCD-RAW 0201', 'x', 'raf'],
    ['IIRO\x08\0\0\0', 'x', 'orf'],
    ['IIU\0\x18\0\0\0', 'x', 'rw2'],
    ['MM\0*\0\0\0\x08', 'X.NEF', 'nef'],
    ['II*\0\x08\0\0\0', 'x.arw', 'arw'],
    ['II*\0\x08\0\0\0', 'x.dng', 'dng'],
  ])('knows the raw file %j called %s as %s', (head, name, format) => {
    expect(identify(bytes(head), name)).toEqual({ kind: 'raw', format });
  });

  it('does not take the preview of an unknown raw format for a TIFF', () => {
    const found = identify(bytes('II*\0\x08\0\0\0'), 'x.PEF');
    expect(found.kind).toBe('unsupported');
    expect(found).toHaveProperty('reason', expect.stringContaining('PEF'));
  });

  it.each([
    ['GIF89a', 'x.jpg', /GIF/],
    ['\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'x.heic', /HEIC/],
    ['\0\0\0\x18ftypmp42\0\0\0\0isommp42', 'x.mp4', /video/],
    ['%PDF-1.7', 'x.pdf', /PDF/],
    ['PK\x03\x04', 'x.zip', /archive/],
    ['<x:xmpmeta', 'x.xmp', /sidecar/],
    ['hello', 'notes.txt', /text/],
    ['bib;name', 'start.csv', /table/],
    ['hello', 'Makefile', /not a photo/],
    ['', 'notes.txt', /empty/],
  ])('sets %j called %s aside with its reason', (head, name, reason) => {
    const found = identify(Buffer.from(head, 'latin1'), name);
    expect(found.kind).toBe('unsupported');
    expect(found).toHaveProperty('reason', expect.stringMatching(reason));
  });

  it.each([
    ['', 'a.jpg', /empty/],
    ['', 'a.cr3', /empty/],
    ['\0\0\0\0\0\0', 'a.JPG', /not a picture/],
    ['hello', 'a.nef', /not a picture/],
  ])('fails %j called %s, which was meant as a photo', (head, name, reason) => {
    const found = identify(Buffer.from(head, 'latin1'), name);
    expect(found.kind).toBe('failed');
    expect(found).toHaveProperty('reason', expect.stringMatching(reason));
  });

  it('takes any beginning of a file, however short', async () => {
    const file = await drawnPicture(64, 48).avif().toBuffer();
    for (let length = 0; length <= IDENTIFY_BYTES; length += 1) {
      expect(['picture', 'failed', 'unsupported']).toContain(
        identify(file.subarray(0, length), 'a.jpg').kind,
      );
    }
  });
});
