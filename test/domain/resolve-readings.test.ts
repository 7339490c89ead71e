import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseBib } from '../../core/domain/bib.js';
import { buildBibIndex } from '../../core/domain/bib-index.js';
import type { Reading } from '../../core/domain/reading.js';
import { resolveReadings } from '../../core/domain/resolve-readings.js';

function reading(text: string, changes: Partial<Reading> = {}): Reading {
  return {
    text,
    confidence: 95,
    weakestCharacter: 90,
    box: { left: 0.4, top: 0.5, width: 0.1, height: 0.05 },
    cut: { left: false, right: false },
    ...changes,
  };
}

const listOf = (...texts: string[]) => buildBibIndex(texts.flatMap((text) => parseBib(text) ?? []));
const CUT_LEFT = { left: true, right: false };
const bibsOf = (readings: readonly Reading[], options?: Parameters<typeof resolveReadings>[1]) =>
  resolveReadings(readings, options).tags.map(({ bib }) => bib);

describe('without a start list', () => {
  it.each(['1234', 'M10380', '21250-B', '007', '12A'])(
    'tags %s, which looks like a bib',
    (text) => {
      const [tag] = resolveReadings([reading(text)]).tags;
      expect(tag).toMatchObject({
        bib: text,
        source: 'reading',
        reason: 'pattern',
        readingIndex: 0,
      });
    },
  );

  it.each([
    ['FINISH', 'no-digit'],
    ['2024', 'year'],
    ['10K', 'distance'],
    ['0612345678', 'pattern'],
    ['3:09', 'pattern'],
  ])('drops %s: %s', (text, reason) => {
    expect(resolveReadings([reading(text)])).toMatchObject({
      tags: [],
      dropped: [{ readingIndex: 0, reason }],
    });
  });

  it('asks for a confidence of 70, and of 90 for a single digit', () => {
    expect(bibsOf([reading('12', { confidence: 70 })])).toEqual(['12']);
    expect(bibsOf([reading('12', { confidence: 69.9 })])).toEqual([]);
    expect(bibsOf([reading('7', { confidence: 89 })])).toEqual([]);
    expect(bibsOf([reading('7', { confidence: 90 })])).toEqual(['7']);
  });

  it('leaves a cut reading for review', () => {
    const resolved = resolveReadings([reading('441', { cut: CUT_LEFT })]);
    expect(resolved).toMatchObject({ tags: [], unconfirmed: [{ text: '441', reason: 'cut' }] });
  });

  it('leaves a reading with an uncertain character for review', () => {
    expect(resolveReadings([reading('1234', { weakestCharacter: 64 })])).toMatchObject({
      tags: [],
      unconfirmed: [{ text: '1234', reason: 'weak' }],
    });
    expect(
      bibsOf([reading('1234', { weakestCharacter: 64 })], { startList: listOf('1234') }),
    ).toEqual(['1234']);
  });

  it('reads a sixth digit in front as the start block letter it looks like', () => {
    expect(resolveReadings([reading('820266')]).tags).toMatchObject([
      { bib: 'B20266', reason: 'lookalike' },
    ]);
    expect(bibsOf([reading('720266'), reading('820266', { weakestCharacter: 70 })])).toEqual([]);
  });

  it("follows the event's own pattern", () => {
    expect(bibsOf([reading('123456')], { pattern: /^\d{6}$/ })).toEqual(['123456']);
    expect(bibsOf([reading('1234')], { pattern: /^\d{6}$/ })).toEqual([]);
  });

  it('ignores punctuation that folds and frames leave at the ends', () => {
    expect(bibsOf([reading('#79:')])).toEqual(['79']);
  });

  it('tags a bib once, by its surest reading', () => {
    const { tags } = resolveReadings([
      reading('12', { confidence: 80 }),
      reading('12', { confidence: 99 }),
    ]);
    expect(tags).toMatchObject([{ bib: '12', confidence: 99, readingIndex: 1 }]);
  });

  it('drops what another reading of the same place has more of', () => {
    expect(bibsOf([reading('441'), reading('20441')])).toEqual(['20441']);
  });

  it('drops the pieces of a phone number', () => {
    const left = reading('0612', { box: { left: 0.1, top: 0.1, width: 0.1, height: 0.05 } });
    const right = reading('34567', { box: { left: 0.21, top: 0.1, width: 0.12, height: 0.05 } });
    expect(resolveReadings([left, right]).dropped.map(({ reason }) => reason)).toEqual([
      'fragment',
      'fragment',
    ]);
  });
});

describe('with a start list', () => {
  it('tags what is listed, years too', () => {
    expect(bibsOf([reading('2024')], { startList: listOf('2024') })).toEqual(['2024']);
  });

  it("gives the list's spelling where the category letter is missing on one side", () => {
    expect(bibsOf([reading('M10380')], { startList: listOf('10380') })).toEqual(['10380']);
    expect(bibsOf([reading('10380')], { startList: listOf('M10380') })).toEqual(['M10380']);
  });

  it('keeps what is not listed for review', () => {
    const resolved = resolveReadings([reading('555')], { startList: listOf('123') });
    expect(resolved).toMatchObject({
      tags: [],
      unconfirmed: [{ text: '555', reason: 'not-listed', candidates: [] }],
    });
  });

  it('completes a cut reading when one entry only ends so', () => {
    const cut = reading('0441', { cut: CUT_LEFT });
    expect(resolveReadings([cut], { startList: listOf('20441', '20440') }).tags).toMatchObject([
      { bib: '20441', source: 'corrected', reason: 'completed' },
    ]);
    expect(
      resolveReadings([cut], { startList: listOf('20441', '10441') }).unconfirmed,
    ).toMatchObject([{ reason: 'ambiguous', candidates: ['10441', '20441'] }]);
  });

  it('completes a reading that lacks one of five characters, cut or not', () => {
    expect(bibsOf([reading('0441')], { startList: listOf('20441', '20440') })).toEqual(['20441']);
    expect(bibsOf([reading('2044')], { startList: listOf('20441', '20440') })).toEqual([]);
    expect(bibsOf([reading('441')], { startList: listOf('2441') })).toEqual([]);
  });

  it('does not complete from a single character', () => {
    expect(bibsOf([reading('4', { cut: CUT_LEFT })], { startList: listOf('14') })).toEqual([]);
  });

  it('does not trust a cut reading that is listed when a longer bib would fit as well', () => {
    const options = { startList: listOf('345', '12345') };
    expect(bibsOf([reading('345', { cut: CUT_LEFT })], options)).toEqual([]);
    expect(bibsOf([reading('345')], options)).toEqual(['345']);
  });

  it('exchanges one character only where one was weak and one entry fits', () => {
    const startList = listOf('1234', '9999');
    expect(bibsOf([reading('1284', { weakestCharacter: 50 })], { startList })).toEqual(['1234']);
    expect(bibsOf([reading('1284', { weakestCharacter: 95 })], { startList })).toEqual([]);
    expect(
      bibsOf([reading('1284', { weakestCharacter: 50 })], { startList: listOf('1234', '1294') }),
    ).toEqual([]);
  });

  it('takes a digit for the letter it looks like', () => {
    expect(
      resolveReadings([reading('820266')], { startList: listOf('B20266') }).tags,
    ).toMatchObject([{ bib: 'B20266', source: 'corrected', reason: 'lookalike' }]);
  });
});

describe('for any readings', () => {
  const anyReading = fc
    .record({
      text: fc.stringMatching(/^[A-C0-3:]{1,6}$/),
      confidence: fc.integer({ min: 0, max: 100 }),
      weakestCharacter: fc.integer({ min: 0, max: 100 }),
      cut: fc.record({ left: fc.boolean(), right: fc.boolean() }),
    })
    .map(({ text, ...rest }) => reading(text, rest));

  it('puts each in one list, or leaves it out as a second reading of a tagged bib', () => {
    fc.assert(
      fc.property(fc.array(anyReading, { maxLength: 8 }), fc.boolean(), (readings, listed) => {
        const options = listed ? { startList: listOf('1', '12', '120', 'A3', 'B3') } : {};
        const { tags, unconfirmed, dropped } = resolveReadings(readings, options);
        const placed = [...tags, ...unconfirmed, ...dropped].map(
          ({ readingIndex }) => readingIndex,
        );
        expect(new Set(placed).size).toBe(placed.length);
        expect(new Set(tags.map(({ bib }) => bib)).size).toBe(tags.length);
        for (const { bib } of tags) if (listed) expect(options.startList?.named(bib)).toBe(bib);
      }),
    );
  });
});
