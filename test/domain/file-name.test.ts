import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distinctNames, safeFileName } from '../../core/domain/file-name.js';

describe('a name that every system can save', () => {
  it.each([
    ['con.jpg', '_con.jpg'],
    ['CON', '_CON'],
    ['nul.2026.jpg', '_nul.2026.jpg'],
    ['aux .jpg', '_aux .jpg'],
    ['Com1.JPG', '_Com1.JPG'],
    ['lpt9.jpg', '_lpt9.jpg'],
    ['com¹.jpg', '_com¹.jpg'],
    ['CONIN$.jpg', '_CONIN$.jpg'],
    ['cone.jpg', 'cone.jpg'],
    ['com10.jpg', 'com10.jpg'],
    ['my con.jpg', 'my con.jpg'],
    ['a<b>c:d"e|f?g*h.jpg', 'a_b_c_d_e_f_g_h.jpg'],
    ['..\\..\\x.jpg', '_.._x.jpg'],
    ['start/line.jpg', 'start_line.jpg'],
    ['photo.jpg. . ', 'photo.jpg'],
    [' .hidden.jpg', 'hidden.jpg'],
    ['line\nbreak\u202e.jpg', 'line_break_.jpg'],
    ['e\u0301te\u0301.jpg', '\u00e9t\u00e9.jpg'],
    ['\u{1F3C3}\u200d\u2640.jpg', '\u{1F3C3}_\u2640.jpg'],
    ['...', 'photo.jpg'],
    ['', 'photo.jpg'],
  ])('of %j', (name, expected) => {
    expect(safeFileName(name, 'photo.jpg')).toBe(expected);
  });

  it('is short enough for every system, with its extension and whole characters', () => {
    expect(safeFileName(`${'x'.repeat(300)}.jpeg`, 'photo')).toBe(`${'x'.repeat(115)}.jpeg`);
    const faces = safeFileName(`${'\u{1F3C3}'.repeat(100)}.jpg`, 'photo');
    expect(Buffer.byteLength(faces)).toBeLessThanOrEqual(120);
    expect(faces).toMatch(/^(?:\u{1F3C3})+\.jpg$/u);
    expect(safeFileName(`a.${'b'.repeat(300)}`, 'photo')).toMatch(/^a\.b+$/);
  });

  it('is right whatever the name was, and stays as it is when it is made safe again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        const name = safeFileName(text, 'photo.jpg');
        expect(name).not.toMatch(/[\p{Cc}\\/:*?"<>|]|^[.\s]|[.\s]$|^$/u);
        expect(name.split('.')[0]?.trim()).not.toMatch(/^(?:con|prn|aux|nul|(?:com|lpt)\d)$/i);
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(120);
        expect(safeFileName(name, 'photo.jpg')).toBe(name);
      }),
    );
  });
});

describe('names for one folder', () => {
  it('are told apart, also where they differ by case alone', () => {
    expect(distinctNames(['a.jpg', 'A.JPG', 'a.jpg', 'b'])).toEqual([
      'a.jpg',
      'A (2).JPG',
      'a (3).jpg',
      'b',
    ]);
  });

  it('are told apart where an accent is written in two ways', () => {
    expect(distinctNames(['\u00e9.jpg', 'e\u0301.jpg', 'STRASSE', 'straße'])).toEqual([
      '\u00e9.jpg',
      'e\u0301 (2).jpg',
      'STRASSE',
      'straße (2)',
    ]);
  });

  it('are all distinct, whatever they were', () => {
    const name = fc.constantFrom('a.jpg', 'A.jpg', 'a (2).jpg', 'a (3).jpg', 'b.jpg');
    fc.assert(
      fc.property(fc.array(name), (names) => {
        const distinct = distinctNames(names);
        expect(distinct).toHaveLength(names.length);
        expect(new Set(distinct.map((each) => each.toLowerCase())).size).toBe(names.length);
      }),
    );
  });
});
