import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { parseBirthYear } from '../../core/startlist/birth-year.js';
import { cleanCell } from '../../core/startlist/clean-cell.js';
import { repairMojibake } from '../../core/startlist/repair-mojibake.js';
import { createSexReader } from '../../core/startlist/sex-codes.js';

describe('repairMojibake', () => {
  it.each([
    ['GÃ©rard', 'Gérard'],
    ['Ã‰lise LEBÅ’UF', 'Élise LEBŒUF'],
    ['FranÃ§ois Dâ€™Arc', 'François D’Arc'],
    ['voil\u00c3\u00a0', 'voilà'],
  ])('mends %s', (broken, mended) => {
    expect(repairMojibake(broken)).toBe(mended);
  });

  it.each(['João', 'JOÃO', 'Ångström', 'Ärger', 'Gérard', 'Ã', 'Łukasz', '王芳'])(
    'leaves %s alone unless it is certain',
    (name) => {
      expect(repairMojibake(name)).toBe(name);
    },
  );

  it('undoes every name of Western Europe, and alters none', () => {
    const letters = 'abcdÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝßàáâãäåæçèéêëìíîïñòóôõöøùúûüýÿŒœŠšŽžŸ';
    const name = fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(name, (text) => {
        const broken = iconv.decode(Buffer.from(text), 'windows-1252');
        fc.pre(iconv.encode(broken, 'windows-1252').equals(Buffer.from(text)));
        expect(repairMojibake(broken)).toBe(text);
      }),
    );
  });
});

describe('cleanCell', () => {
  it.each([
    ['  Jean \u00a0 Paul ', 'Jean Paul'],
    ['Rue A\r\n75000 Paris', 'Rue A 75000 Paris'],
    ['e\u0301lise', 'élise'],
    ['="00 7"', '00 7'],
    ['\ufeffNom\u200b', 'Nom'],
  ])('cleans %j', (cell, clean) => {
    expect(cleanCell(cell)).toBe(clean);
  });
});

describe('parseBirthYear', () => {
  it.each([
    ['1987-04-23', 1987],
    ['23/04/1987', 1987],
    ['04/23/1987', 1987],
    ['23.04.1987', 1987],
    ['23.4.87', 1987],
    ['23-04-05', 2005],
    ['19870423', 1987],
    ['23041987', 1987],
    ['23 avril 1987', 1987],
    ['23-Apr-87', 1987],
    ['1987', 1987],
    ['1987.0', 1987],
    ['87', 1987],
    ['26', 2026],
    ['27', 1927],
    ['31890', 1987],
    ['1987-04-23T00:00:00Z', 1987],
  ])('reads %s', (cell, year) => {
    expect(parseBirthYear(cell, 2026)).toBe(year);
  });

  it.each(['', '1850', '2031', 'inconnu', '0000-00-00', '00/00/0000'])(
    'does not read %j',
    (cell) => {
      expect(parseBirthYear(cell, 2026)).toBeUndefined();
    },
  );
});

describe('sex codes', () => {
  it.each([
    ['French', ['H', 'F'], { H: 'M', F: 'F' }],
    ['words', ['Homme', 'Femme', 'Non binaire'], { Homme: 'M', Femme: 'F', 'Non binaire': 'X' }],
    ['French dames', ['H', 'D'], { H: 'M', D: 'F' }],
    ['English', ['M', 'F', 'X'], { M: 'M', F: 'F', X: 'X' }],
    ['German', ['M', 'W', 'D'], { M: 'M', W: 'F', D: 'X' }],
    ['Spanish', ['H', 'M'], { H: 'M', M: 'F' }],
    ['Italian', ['U', 'D'], { U: 'M', D: 'F' }],
    ['titles', ['Mr.', 'Mme'], { 'Mr.': 'M', Mme: 'F' }],
    ['nonsense', ['?'], { '?': undefined }],
  ])('are read in their column: %s', (_, values, expected) => {
    const read = createSexReader(values);
    expect(Object.fromEntries(values.map((value) => [value, read(value)]))).toEqual(expected);
  });
});
