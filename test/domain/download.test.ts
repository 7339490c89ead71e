import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { downloadName, downloadsUntil, hasEnded, mediaTypeOf } from '../../core/domain/download.js';
import { readDownloadTime } from '../../core/domain/read-download-time.js';

const PHOTO = { displayPath: 'start/IMG_0042.JPG', format: 'jpeg', sha256: 'ab'.repeat(32) };

describe('the time in which a link downloads', () => {
  it('is 72 hours from the link', () => {
    const until = downloadsUntil(
      new Date('2026-05-03T10:00:00Z'),
      new Date('2026-05-01T10:00:00Z'),
      72,
    );
    expect(until).toEqual(new Date('2026-05-06T10:00:00Z'));
  });

  it('is 72 hours from the payment, where that came later', () => {
    const until = downloadsUntil(
      new Date('2026-05-01T10:00:00Z'),
      new Date('2026-05-08T09:30:00Z'),
      72,
    );
    expect(until).toEqual(new Date('2026-05-11T09:30:00Z'));
  });

  it('is over at its end, and never where the seller chose for good', () => {
    const at = new Date('2026-05-01T10:00:00Z');
    expect(hasEnded(downloadsUntil(at, at, 72), new Date('2026-05-04T09:59:59Z'))).toBe(false);
    expect(hasEnded(downloadsUntil(at, at, 72), new Date('2026-05-04T10:00:00Z'))).toBe(true);
    expect(hasEnded(downloadsUntil(at, at, undefined), new Date('2126-05-04T10:00:00Z'))).toBe(
      false,
    );
  });

  it.each([
    ['72h', 72],
    [' 30D ', 720],
    ['for-good', 'for-good'],
  ])('is read from %s', (typed, expected) => {
    expect(readDownloadTime(typed)).toBe(expected);
  });

  it.each(['71h', '2d', '0', '', '30', '3650000h', '-72h', '72.5h', 'for good'])(
    'is not read from "%s"',
    (typed) => {
      expect(() => readDownloadTime(typed)).toThrow('no time for which links can download');
    },
  );
});

describe('the name of a download', () => {
  it("is the original's own, without its folder", () => {
    expect(downloadName(PHOTO, 'hd')).toBe('IMG_0042.JPG');
  });

  it('says of a web version that it is one', () => {
    expect(downloadName({ ...PHOTO, format: 'png' }, 'web')).toBe('IMG_0042-web.jpg');
    expect(mediaTypeOf({ ...PHOTO, format: 'png' }, 'web')).toBe('image/jpeg');
  });

  it('keeps the extension of a raw original, whose type no browser knows', () => {
    const raw = { ...PHOTO, displayPath: 'DSC_1.NEF', format: 'raw' };
    expect(downloadName(raw, 'hd')).toBe('DSC_1.NEF');
    expect(mediaTypeOf(raw, 'hd')).toBe('application/octet-stream');
  });

  it('is made from the hash where no folder names the photo', () => {
    expect(downloadName({ ...PHOTO, displayPath: undefined }, 'hd')).toBe('photo-abababababab.jpg');
    expect(downloadName({ ...PHOTO, displayPath: 'x/...' }, 'hd')).toBe('photo-abababababab.jpg');
  });

  it('is no device of Windows, in either size', () => {
    const name = (displayPath: string, size: 'hd' | 'web') =>
      downloadName({ ...PHOTO, displayPath }, size);
    expect(name('start/con.jpg', 'hd')).toBe('_con.jpg');
    expect(name('start/con.jpg', 'web')).toBe('_con-web.jpg');
    expect(name('Aux.start.JPG', 'web')).toBe('_Aux.start-web.jpg');
  });

  it('says that a web version is one, and of which format, however long the name was', () => {
    const displayPath = `${'é'.repeat(120)}.TIFF`;
    expect(downloadName({ ...PHOTO, displayPath }, 'hd')).toMatch(/^é+\.TIFF$/);
    expect(downloadName({ ...PHOTO, displayPath }, 'web')).toMatch(/-web\.jpg$/);
  });

  it('is never a path, hidden, empty or broken over lines', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (displayPath) => {
        const name = downloadName({ ...PHOTO, displayPath }, 'hd');
        expect(name).not.toMatch(/[/\\:\p{Cc}]|^\.|^$/u);
      }),
    );
  });
});
