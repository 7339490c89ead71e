import { describe, expect, it } from 'vitest';
import { buildBibIndex } from '../../core/domain/bib-index.js';
import type { Bib, PhotoId } from '../../core/domain/ids.js';
import type { Reading } from '../../core/domain/reading.js';
import { tagPhoto } from '../../core/domain/tag-photo.js';

const PHOTO = 'p' as PhotoId;
const FACE = { box: { left: 0.45, top: 0.1, width: 0.1, height: 0.12 } };
const bib = (text: string): Bib => text as Bib;

function reading(text: string, changes: Partial<Reading> = {}): Reading {
  return {
    text,
    confidence: 99,
    weakestCharacter: 98,
    box: { left: 0.46, top: 0.42, width: 0.08, height: 0.05 },
    cut: { left: false, right: false },
    ...changes,
  };
}

describe('tagging a photo from its readings', () => {
  it('binds the bib to the face on the same body and says why', () => {
    const tagged = tagPhoto(PHOTO, { readings: [reading('1234')], faces: [FACE] }, {});
    expect(tagged.faceBibs).toEqual(['1234']);
    expect(tagged.resolutions).toEqual([{ kind: 'tag', bib: '1234', reason: 'pattern' }]);
    expect(tagged.tags).toMatchObject([
      {
        bib: '1234',
        source: 'reading',
        faceOrdinal: 0,
        evidence: { kind: 'reading', text: '1234', reason: 'pattern' },
      },
    ]);
  });

  it('gives every reading one resolution, in the order of the readings', () => {
    const readings = [reading('SPONSOR'), reading('77'), reading('12', { confidence: 40 })];
    const tagged = tagPhoto(
      PHOTO,
      { readings, faces: [] },
      { startList: buildBibIndex([bib('12')]) },
    );
    expect(tagged.resolutions.map(({ kind }) => kind)).toEqual([
      'dropped',
      'unconfirmed',
      'dropped',
    ]);
    expect(tagged.tags).toEqual([]);
  });

  it('leaves out a bib that a person refused, on the face too', () => {
    const decisions = { tagged: new Set<Bib>(), vetoed: new Set([bib('1234')]) };
    const tagged = tagPhoto(PHOTO, { readings: [reading('1234')], faces: [FACE] }, {}, decisions);
    expect(tagged.tags).toEqual([]);
    expect(tagged.faceBibs).toEqual([undefined]);
  });

  it('does not repeat a tag that a person gave, but binds it', () => {
    const decisions = { tagged: new Set([bib('1234')]), vetoed: new Set<Bib>() };
    const tagged = tagPhoto(PHOTO, { readings: [reading('1234')], faces: [FACE] }, {}, decisions);
    expect(tagged.tags).toEqual([]);
    expect(tagged.faceBibs).toEqual(['1234']);
  });

  it('binds a bib that a person gave to the only face that is left', () => {
    const decisions = { tagged: new Set([bib('9')]), vetoed: new Set<Bib>() };
    expect(tagPhoto(PHOTO, { readings: [], faces: [FACE] }, {}, decisions).faceBibs).toEqual(['9']);
    const two = tagPhoto(PHOTO, { readings: [], faces: [FACE, FACE] }, {}, decisions);
    expect(two.faceBibs).toEqual([undefined, undefined]);
  });
});
