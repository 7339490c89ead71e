import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { derivePhotoId, type Sha256 } from '../../core/domain/ids.js';
import { mirrorFolders } from '../../core/export/mirror-folders.js';
import { replaceExtension } from '../../core/export/paths.js';
import { planSidecars } from '../../core/export/plan-sidecars.js';

const photo = (path: string | Buffer, keywords: string[] = [], isSelected = true) => ({
  folder: 'card',
  id: derivePhotoId('race', path.toString('latin1') as Sha256),
  path: Buffer.from(path),
  keywords,
  isSelected,
});

describe('planSidecars', () => {
  it('gives a raw photo and its JPEG one sidecar with the keywords of both', () => {
    const plan = planSidecars([
      photo('a/IMG_1.CR3', ['12', 'Zoé']),
      photo('a/IMG_1.JPG', ['zoé', '7']),
      photo('b/IMG_1.JPG', ['3']),
    ]);
    expect(plan.map(({ path, keywords }) => [path.toString(), keywords])).toEqual([
      ['a/IMG_1.xmp', ['12', 'Zoé', '7']],
      ['b/IMG_1.xmp', ['3']],
    ]);
  });

  it('keeps the keywords of a photo that was not asked for when its sidecar is', () => {
    const plan = planSidecars([
      photo('1.CR3', ['12'], false),
      photo('1.JPG', ['7']),
      photo('2.JPG', ['9'], false),
    ]);
    expect(plan.map(({ keywords }) => keywords)).toEqual([['12', '7']]);
  });

  it('plans a sidecar for a photo without tags: an earlier export may have left keywords', () => {
    expect(planSidecars([photo('1.JPG')])).toMatchObject([{ keywords: [] }]);
  });

  it('keeps names apart that differ in a byte outside UTF-8', () => {
    const plan = planSidecars([
      photo(Buffer.from([0x61, 0xe9, 0x2e, 0x6a])),
      photo(Buffer.from([0x61, 0xe8, 0x2e, 0x6a])),
    ]);
    expect(plan.map(({ path }) => path.toString('latin1'))).toEqual(['aé.xmp', 'aè.xmp']);
  });

  it('names every photo in exactly one sidecar', () => {
    const paths = fc.uniqueArray(fc.stringMatching(/^[ab]{1,2}(\/[ab]{1,2})?(\.[cd]{1,2}){0,2}$/));
    fc.assert(
      fc.property(paths, (names) => {
        const plan = planSidecars(names.map((name) => photo(name)));
        expect(plan.flatMap(({ photos }) => photos.map(String)).sort()).toEqual(names.toSorted());
        expect(new Set(plan.map(({ path }) => path.toString())).size).toBe(plan.length);
      }),
    );
  });
});

describe('replaceExtension', () => {
  it.each([
    ['a/IMG_1.CR3', 'a/IMG_1.xmp'],
    ['a.b/IMG_1', 'a.b/IMG_1.xmp'],
    ['x.tar.jpg', 'x.tar.xmp'],
    ['a/.hidden', 'a/.hidden.xmp'],
  ])('%s gives %s', (path, expected) => {
    expect(replaceExtension(Buffer.from(path), '.xmp').toString()).toBe(expected);
  });
});

describe('mirrorFolders', () => {
  const names = (...roots: string[]) =>
    mirrorFolders(roots.map((root) => Buffer.from(root))).map(String);

  it('needs no subfolder for one folder', () => {
    expect(names('/photos/race')).toEqual(['']);
  });

  it('names subfolders after the folders, and tells those of the same name apart in any order', () => {
    const roots = ['/a/cam', '/b/Cam', '/c/finish'];
    const inOrder = names(...roots);
    expect(inOrder).toEqual([
      expect.stringMatching(/^cam-[0-9a-f]{8}$/),
      expect.stringMatching(/^Cam-[0-9a-f]{8}$/),
      'finish',
    ]);
    expect(names(...roots.toReversed())).toEqual(inOrder.toReversed());
  });
});
