import { describe, expect, it } from 'vitest';
import { parseFieldChoices, type Field, type FieldChoices } from '../../core/startlist/fields.js';
import { mapColumns } from '../../core/startlist/map-columns.js';
import type { TableRow } from '../../core/startlist/table.js';

const rowsOf = (text: string): readonly TableRow[] =>
  text.split('\n').map((line, index) => ({ line: index + 1, cells: line.split(';') }));

const map = (text: string, choices: FieldChoices = {}, remembered: FieldChoices = {}) =>
  mapColumns(rowsOf(text), { fileName: 'race.csv', choices, remembered }).mapping;

/** The fields in the order of the columns, "-" where a column is unused. */
const fieldsInOrder = (text: string): string => {
  const mapping = map(text);
  const names = mapping.headers.map(() => '-');
  for (const [field, mapped] of Object.entries(mapping.fields)) names[mapped.column] = field;
  return names.join(' ');
};

describe('headers in five languages', () => {
  it.each([
    // French
    [
      'Dossard;Nom;Prénom;Sexe;Date de naissance;Catégorie;Club;Course;Nationalité',
      'bib lastName firstName sex birth category club race nationality',
    ],
    ['N° dossard;NOM;PRENOM;Année de naissance;Épreuve', 'bib lastName firstName birth race'],
    ['N° de dossard;Nom Prénom;Équipe;Parcours', 'bib name team race'],
    ['Num. dossard;Nom et prénom;Cat.;Distance', 'bib name category race'],
    [
      'Nom;Prénom;Dos.;Né(e) le;Pays;E-mail;Téléphone;N° licence',
      'lastName firstName bib birth nationality - - -',
    ],
    ['Doss;Nom de famille;Prénoms;Genre;Vague', 'bib lastName firstName sex race'],
    ['Numéro;Nom;Prénom', 'bib lastName firstName'],
    // English
    [
      'Bib;First Name;Last Name;Gender;DOB;Age Group;Team;Race',
      'bib firstName lastName sex birth category team race',
    ],
    [
      'Bib #;Surname;Forename;Year of birth;Country;Wave',
      'bib lastName firstName birth nationality race',
    ],
    ['BibNumber;firstName;lastName;birthDate', 'bib firstName lastName birth'],
    ['bib_no;full_name;sex;chip', 'bib name sex -'],
    ['bib;first;last', 'bib firstName lastName'],
    ['Race No.;Name;Club', 'bib name club'],
    ['Bib No.;Name;Surname', 'bib firstName lastName'],
    // German
    [
      'Startnummer;Nachname;Vorname;Geschlecht;Jahrgang;Verein;Wettbewerb;Nation',
      'bib lastName firstName sex birth club race nationality',
    ],
    [
      'Stnr;Name;Vorname;JG;AK;Mannschaft;Strecke',
      'bib lastName firstName birth category team race',
    ],
    ['StNr.;Name, Vorname;M/W;Geburtsdatum;Altersklasse', 'bib name sex birth category'],
    // Spanish
    [
      'Dorsal;Nombre;Apellidos;Sexo;Fecha de nacimiento;Categoría;Club;Carrera;Nacionalidad',
      'bib firstName lastName sex birth category club race nationality',
    ],
    ['Nº dorsal;Apellidos y nombre;Equipo;Prueba;País', 'bib name team race nationality'],
    ['Número;Apellidos;Nombre;Año de nacimiento', 'bib lastName firstName birth'],
    // Italian
    [
      'Pettorale;Cognome;Nome;Sesso;Data di nascita;Categoria;Società;Gara;Nazionalità',
      'bib lastName firstName sex birth category club race nationality',
    ],
    ['N. pettorale;Cognome e nome;Squadra;Percorso', 'bib name team race'],
    ['Pett.;Nominativo;Anno di nascita;Distanza', 'bib name birth race'],
    // Two languages in one
    [
      'Dossard / Bib;Nom / Name;Prénom / First name;Club (facultatif)',
      'bib lastName firstName club',
    ],
    ['Startnummer [Bib];Nachname / Last name;Vorname / First name', 'bib lastName firstName'],
  ])('maps %s', (headers, expected) => {
    const width = headers.split(';').length;
    const values = Array.from({ length: width }, () => '10').join(';');
    expect(fieldsInOrder(`${headers}\n${values}\n${values.replaceAll('10', '7')}`)).toBe(expected);
  });
});

describe('finding the header', () => {
  it('skips titles above it', () => {
    const mapping = map(
      'Marathon du Lac;;\nListe des engagés au 12/05/2026\nCourse : 10 km;;\nDossard;Nom;Prénom\n12;A;B',
    );
    expect(mapping.headerLine).toBe(4);
  });

  it('takes the first of equal headers, where they are repeated on each page', () => {
    const { mapping, rows } = mapColumns(rowsOf('Bib;Name\n1;A\nBib;Name\n2;B'), { fileName: 'x' });
    expect(mapping.headerLine).toBe(1);
    expect(rows).toHaveLength(3);
  });

  it('reads a list without a header when the columns are named by position', () => {
    const mapped = mapColumns(rowsOf('12;DUPONT;Marie\n13;MARTIN;Luc'), {
      fileName: 'race.csv',
      choices: { bib: '#1', lastName: '#2', firstName: '#3' },
    });
    expect(mapped.mapping.headerLine).toBeUndefined();
    expect(mapped.rows).toHaveLength(2);
    expect(mapped.mapping.fields.bib).toEqual({ column: 0, header: '#1', why: 'chosen' });
  });

  it('takes a first line without a bib for a header in unknown words', () => {
    expect(map('Numer;Imię\n12;Ewa', { bib: '#1' })).toMatchObject({
      headerLine: 1,
      headers: ['Numer', 'Imię'],
    });
  });

  it('finds a header by the name a person gave for an earlier file', () => {
    expect(map('Lista\nNumer;Nazwisko\n12;Nowak', {}, { bib: 'Numer' })).toMatchObject({
      headerLine: 2,
      fields: { bib: { column: 0, why: 'remembered' } },
    });
  });

  it('finds a header by the name a person gives', () => {
    expect(
      map('Lista\nNumer;Nazwisko\n12;Nowak', { bib: 'numer', lastName: 'Nazwisko' }),
    ).toMatchObject({
      headerLine: 2,
      fields: { bib: { column: 0, header: 'Numer' }, lastName: { column: 1 } },
    });
  });
});

describe('which column is the bib', () => {
  it('is the one called so, not the one that counts the lines', () => {
    const mapping = map('N°;Dossard;Nom\n1;250;A\n2;31;B\n3;7;C');
    expect(mapping.fields.bib).toEqual({ column: 1, header: 'Dossard', why: 'header' });
    expect(mapping.unused).toEqual([{ column: 0, header: 'N°', why: 'less-clear' }]);
  });

  it('is not something about the bib', () => {
    const mapping = map(
      'Dossard retiré;Nom sur dossard;Couleur dossard;Dossard 10 km\noui;A;3;250\nnon;B;4;7',
    );
    expect(mapping.fields.bib).toMatchObject({ column: 3 });
  });

  it('is the one of two whose values are bibs', () => {
    const mapping = map('Dossard;Bib;Nom\noui;250;A\nnon;31;B');
    expect(mapping.fields.bib).toEqual({ column: 1, header: 'Bib', why: 'content' });
    expect(mapping.unused).toEqual([{ column: 0, header: 'Dossard', why: 'content' }]);
  });

  it('is either of two that hold the same', () => {
    const mapping = map('Dossard;Bib;Nom\n250;250;A\n31;31;B');
    expect(mapping.fields.bib?.column).toBe(0);
    expect(mapping.unused).toEqual([{ column: 1, header: 'Bib', why: 'same-values' }]);
  });

  const refusal = (run: () => unknown): unknown => {
    try {
      run();
    } catch (error) {
      return error;
    }
    return undefined;
  };

  it('is not guessed between two', () => {
    expect(refusal(() => map('Dossard;Startnummer;Nom\n250;1;A\n31;8;B'))).toMatchObject({
      kind: 'input',
      code: 'startlist.ambiguous-column',
      message: expect.stringContaining('Dossard, Startnummer'),
      hint: 'Name one: --map bib=Dossard or --map bib=Startnummer',
    });
  });

  it('is named by position when two have the same header', () => {
    expect(refusal(() => map('Dossard;Dossard\n250;1\n31;8'))).toMatchObject({
      hint: 'Name one: --map bib=#1 or --map bib=#2',
    });
  });

  it.each([
    ['no header names it', 'Nom;Prénom;Club\nA;B;C', 'Headers found: Nom, Prénom, Club.'],
    ['it only counts the lines', 'N°;Nom\n1;A\n2;B\n3;C', 'The column "N°" only counts the lines.'],
    [
      'it does not hold bibs',
      'Dossard;Nom\noui;A\nnon;B',
      'The column "Dossard" does not hold bibs.',
    ],
    [
      'it is empty beside a counter',
      'Dossard;N°;Nom\n;1;A\n;2;B',
      'The column "Dossard" is empty.',
    ],
    ['there is no header', 'DUPONT;12\nMARTIN;13', 'It has no header line that is known.'],
  ])('is refused when %s, with the headers and the option that helps', (_, text, message) => {
    expect(refusal(() => map(text))).toMatchObject({
      kind: 'input',
      code: 'startlist.no-bib-column',
      message: expect.stringContaining(message),
      hint: expect.stringContaining('--map bib='),
    });
  });

  it.each([
    ['a header that is not there', { bib: 'Numéro' }, 'startlist.no-such-column'],
    ['a position that is not there', { bib: '#9' }, 'startlist.no-such-column'],
    ['one column twice', { bib: 'Nom', lastName: '#2' }, 'startlist.column-taken-twice'],
  ])('refuses %s', (_, choices, code) => {
    expect(refusal(() => map('Dossard;Nom\n12;A', choices))).toMatchObject({ kind: 'input', code });
  });
});

describe('choices', () => {
  const LIST = 'Dossard;N° course;Nom;Prénom;Club;Équipe\n12;7;A;B;C;D';

  it('go before headers, and before what is remembered', () => {
    const mapping = map(LIST, { bib: 'n° course' }, { bib: 'Dossard', club: 'Équipe' });
    expect(mapping.fields.bib).toEqual({ column: 1, header: 'N° course', why: 'chosen' });
    expect(mapping.fields.club).toEqual({ column: 5, header: 'Équipe', why: 'remembered' });
  });

  it('that are remembered give way when the file no longer has the header', () => {
    const mapping = map(LIST, {}, { bib: 'Startnummer', lastName: 'Nom' });
    expect(mapping.fields.bib).toMatchObject({ column: 0, why: 'header' });
    expect(mapping.forgotten).toEqual(['bib']);
  });

  it('that are remembered by position give way to a header at another place', () => {
    const mapping = map('Club;Dossard;Nom\n9;12;A', {}, { bib: '#1', lastName: '#3 Nom' });
    expect(mapping.fields.bib).toEqual({ column: 1, header: 'Dossard', why: 'header' });
    expect(mapping.fields.lastName).toEqual({ column: 2, header: 'Nom', why: 'remembered' });
    expect(mapping.forgotten).toEqual(['bib']);
  });

  it('that are remembered by position hold where there is no header, or the same one', () => {
    expect(map('12;A\n13;B', {}, { bib: '#1' }).fields.bib).toMatchObject({ column: 0 });
    const twice = map('Dossard;Nom;Nom\n12;A;B', {}, { lastName: '#2 Nom' });
    expect(twice.fields.lastName).toMatchObject({ column: 1, why: 'remembered' });
    const moved = map('Nom;Dossard\nA;12', {}, { lastName: '#2 Nom' });
    expect(moved.forgotten).toEqual(['lastName']);
  });

  it('can switch a field off', () => {
    const mapping = map(LIST, { club: '' });
    expect(mapping.fields.club).toBeUndefined();
    expect(mapping.unused).toContainEqual({ column: 4, header: 'Club', why: 'less-clear' });
  });

  it('of one column with both names replace two remembered ones', () => {
    const mapping = map(
      'Dossard;Coureur;Nom\n1;DUPONT Jean;x',
      { name: 'Coureur' },
      { bib: 'Dossard', lastName: 'Nom' },
    );
    expect(Object.keys(mapping.fields).sort()).toEqual(['bib', 'name'] satisfies Field[]);
  });

  it('account for every column, used or not', () => {
    const mapping = map(
      'Dossard;Nom;Prénom;E-mail;Taille T-shirt;Catégorie;Cat.\n12;A;B;c@d.fr;M;SE;V1',
    );
    expect(mapping.unused).toEqual([
      { column: 3, header: 'E-mail', why: 'not-kept' },
      { column: 4, header: 'Taille T-shirt', why: 'unknown' },
      { column: 5, header: 'Catégorie', why: 'ambiguous' },
      { column: 6, header: 'Cat.', why: 'ambiguous' },
    ]);
  });
});

describe('--map', () => {
  it('is read as field=Header', () => {
    expect(parseFieldChoices(['bib=N° = dossard', 'LASTNAME=#3', 'club='])).toEqual({
      bib: 'N° = dossard',
      lastName: '#3',
      club: '',
    });
  });

  it.each(['bib', 'dossard=Bib', '=x'])('refuses %s and lists the fields', (value) => {
    expect(() => parseFieldChoices([value])).toThrow(
      expect.objectContaining({
        code: 'startlist.bad-map',
        hint: expect.stringContaining('lastName'),
      }),
    );
  });
});
