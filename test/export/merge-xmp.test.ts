import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeXmpKeywords } from '../../core/export/merge-xmp.js';
import { readXmpPacket } from '../../core/export/xmp-packet.js';
import { LIGHTROOM_SIDECAR } from './lightroom-sidecar.js';

function subjectOf(text: string): string[] {
  return readXmpPacket(text).subject?.items.map((item) => item.text) ?? [];
}

function merged(existing: string | undefined, wanted: readonly string[]): string {
  const merge = mergeXmpKeywords(existing, wanted);
  if (merge.kind !== 'changed')
    throw new Error(`expected a change, received ${JSON.stringify(merge)}`);
  return merge.text;
}

describe('a photo without a packet', () => {
  it('gets one with its keywords', () => {
    expect(subjectOf(merged(undefined, ['1234', 'Zoé Müller']))).toEqual(['1234', 'Zoé Müller']);
  });

  it('gets none when it has no keywords', () => {
    expect(mergeXmpKeywords(undefined, [])).toEqual({ kind: 'unchanged' });
  });
});

describe("a photographer's packet", () => {
  it('keeps its keywords, and every other line byte for byte', () => {
    const text = merged(LIGHTROOM_SIDECAR, ['1234', 'Zoé Müller']);
    expect(subjectOf(text)).toEqual(['finish line', 'Course à pied, 10 km', '1234', 'Zoé Müller']);
    const expected = LIGHTROOM_SIDECAR.replace(
      'pied, 10 km</rdf:li>',
      'pied, 10 km</rdf:li>\n     <rdf:li>1234</rdf:li>\n     <rdf:li>Zoé Müller</rdf:li>',
    ).replace(
      '</lr:hierarchicalSubject>',
      `</lr:hierarchicalSubject>
   <focusracer:Keywords xmlns:focusracer="urn:focusracer:xmp:1.0/">
    <rdf:Bag>
     <rdf:li>1234</rdf:li>
     <rdf:li>Zoé Müller</rdf:li>
    </rdf:Bag>
   </focusracer:Keywords>`,
    );
    expect(text).toBe(expected);
  });

  it('is the same as before once the tags are gone', () => {
    expect(merged(merged(LIGHTROOM_SIDECAR, ['1234', '"Q" <&>']), [])).toBe(LIGHTROOM_SIDECAR);
  });

  it('loses the outdated keywords that Focus Racer wrote, and no others', () => {
    const edited = merged(LIGHTROOM_SIDECAR, ['1234', '77']).replace(
      '<rdf:li>finish line</rdf:li>',
      '<rdf:li>finish line</rdf:li>\n     <rdf:li>podium</rdf:li>',
    );
    const merge = mergeXmpKeywords(edited, ['77', '1243']);
    expect(merge).toMatchObject({ kind: 'changed', added: ['1243'], removed: ['1234'] });
    expect(subjectOf(merged(edited, ['77', '1243']))).toEqual([
      'finish line',
      'podium',
      'Course à pied, 10 km',
      '77',
      '1243',
    ]);
  });

  it('keeps a keyword that was there before Focus Racer would have written it', () => {
    const own = LIGHTROOM_SIDECAR.replace(
      'finish line</rdf:li>\n     <rdf:li>Course',
      '1234</rdf:li>\n     <rdf:li>Course',
    );
    expect(mergeXmpKeywords(own, ['1234'])).toEqual({ kind: 'unchanged' });
    const withAnother = merged(own, ['1234', '77']);
    expect(subjectOf(merged(withAnother, []))).toEqual(['1234', 'Course à pied, 10 km']);
  });

  it('does not get a keyword that it has in other capitals or with decomposed accents', () => {
    const text = LIGHTROOM_SIDECAR.replace('<rdf:li>finish line<', '<rdf:li>ZOE\u0301 MÜLLER<');
    expect(mergeXmpKeywords(text, ['Zoé Müller'])).toEqual({ kind: 'unchanged' });
  });

  it('is left alone where an empty list of keywords has nothing to hold', () => {
    const text = LIGHTROOM_SIDECAR.replace(
      /<dc:subject>[^]*<\/dc:subject>/,
      '<dc:subject><rdf:Bag/></dc:subject>',
    );
    expect(mergeXmpKeywords(text, [])).toEqual({ kind: 'unchanged' });
    expect(subjectOf(merged(text, ['9']))).toEqual(['9']);
  });
});

const RDF = 'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"';

describe('other shapes of XMP', () => {
  it.each([
    ['a self-closing description', `<rdf:RDF ${RDF}><rdf:Description rdf:about="" /></rdf:RDF>`],
    ['no description', `<rdf:RDF ${RDF}></rdf:RDF>`],
    ['an empty RDF', `<rdf:RDF ${RDF}/>`],
    [
      'an empty property',
      `<rdf:RDF ${RDF}><rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:subject/></rdf:Description></rdf:RDF>`,
    ],
    [
      'another prefix for RDF',
      `<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><r:Description r:about=""/></r:RDF>`,
    ],
    [
      'RDF without a prefix',
      `<RDF xmlns="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><Description/></RDF>`,
    ],
    [
      'dc: for another vocabulary',
      `<rdf:RDF ${RDF}><rdf:Description xmlns:dc="urn:other" dc:x="1"/></rdf:RDF>`,
    ],
    [
      'Windows line ends, a byte order mark and an emoji',
      `\ufeff<?xml version="1.0" encoding="UTF-8"?>\r\n<rdf:RDF ${RDF}>\r\n  <rdf:Description rdf:about="">\r\n    <!-- 🏃 -->\r\n  </rdf:Description>\r\n</rdf:RDF>\r\n`,
    ],
  ])('%s takes keywords, is then up to date, and loses them again', (_, text) => {
    const first = merged(text, ['12', 'O’Neil, Ann & "Bob" <x>']);
    expect(subjectOf(first)).toEqual(['12', 'O’Neil, Ann & "Bob" <x>']);
    expect(mergeXmpKeywords(first, ['12', 'O’Neil, Ann & "Bob" <x>'])).toEqual({
      kind: 'unchanged',
    });
    expect(subjectOf(merged(first, []))).toEqual([]);
    expect(first.includes('🏃')).toBe(text.includes('🏃'));
  });

  it.each([
    ['nothing', '', /no element|document must contain/],
    ['a cut text', LIGHTROOM_SIDECAR.slice(0, 900), /./],
    ['an HTML page', '<html><body>Not found</body></html>', /no rdf:RDF/],
    ['an unknown entity', LIGHTROOM_SIDECAR.replace('finish line', '&secret;'), /entity/],
    [
      'a declared entity',
      `<!DOCTYPE x [<!ENTITY e "boom">]>${LIGHTROOM_SIDECAR.replace('finish line', '&e;')}`,
      /entity/,
    ],
    [
      'keywords that are no list',
      LIGHTROOM_SIDECAR.replace(
        /<dc:subject>[^]*<\/dc:subject>/,
        '<dc:subject>one, two</dc:subject>',
      ),
      /dc:subject is no list/,
    ],
    [
      'keywords as an attribute',
      LIGHTROOM_SIDECAR.replace('xmp:Rating="4"', 'dc:subject="one"'),
      /dc:subject is no list/,
    ],
    [
      'another encoding',
      `<?xml version="1.0" encoding="ISO-8859-1"?>${LIGHTROOM_SIDECAR}`,
      /ISO-8859-1/,
    ],
  ])('%s is unreadable, with its reason', (_, text, reason) => {
    expect(mergeXmpKeywords(text, ['1'])).toEqual({
      kind: 'unreadable',
      reason: expect.stringMatching(reason),
    });
  });
});

describe('any sequence of exports', () => {
  const keyword = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
    .map((text) => text.replace(/[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\s]+/gu, ' ').trim())
    .filter((text) => text !== '');

  it('ends with the photographer’s keywords and the last wanted ones, and leaves no trace when none are wanted', () => {
    fc.assert(
      fc.property(fc.array(fc.array(keyword, { maxLength: 4 }), { maxLength: 4 }), (exports) => {
        let text = LIGHTROOM_SIDECAR;
        for (const wanted of [...exports, []]) {
          const merge = mergeXmpKeywords(text, wanted);
          if (merge.kind === 'changed') text = merge.text;
          expect(merge.kind).not.toBe('unreadable');
          const keys = new Set(subjectOf(text).map((item) => item.normalize('NFC').toLowerCase()));
          for (const item of wanted)
            expect(keys).toContain(item.normalize('NFC').trim().toLowerCase());
          expect(mergeXmpKeywords(text, wanted)).toEqual({ kind: 'unchanged' });
        }
        expect(text).toBe(LIGHTROOM_SIDECAR);
      }),
      { numRuns: 200 },
    );
  });
});
