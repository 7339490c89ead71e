import { describe, expect, it } from 'vitest';
import { detectNameOrder } from '../../core/startlist/name-order.js';
import { splitName } from '../../core/startlist/split-name.js';

describe('splitName by capitals or comma', () => {
  it.each([
    ['DUPONT Jean', 'DUPONT', 'Jean'],
    ['Jean DUPONT', 'DUPONT', 'Jean'],
    ['Dupont, Jean', 'Dupont', 'Jean'],
    ['DE LA FONTAINE Marie', 'DE LA FONTAINE', 'Marie'],
    ['Jean-Pierre LE GOFF', 'LE GOFF', 'Jean-Pierre'],
    ["O'BRIEN Seán", "O'BRIEN", 'Seán'],
    ['Ronald McDONALD', 'McDONALD', 'Ronald'],
    ['LEBŒUF Éloïse', 'LEBŒUF', 'Éloïse'],
    ['GARCÍA LÓPEZ María José', 'GARCÍA LÓPEZ', 'María José'],
    ['Karl von MOLTKE', 'von MOLTKE', 'Karl'],
    ['van der BERG Anna', 'van der BERG', 'Anna'],
    ['GROßMANN Uwe', 'GROßMANN', 'Uwe'],
    ['MARTIN-DUBOIS Anne  Marie', 'MARTIN-DUBOIS', 'Anne Marie'],
    ['J. DUPONT', 'DUPONT', 'J.'],
    ['ÖZTÜRK Ayşe', 'ÖZTÜRK', 'Ayşe'],
  ])('splits %s', (name, lastName, firstName) => {
    expect(splitName(name, undefined)).toEqual({ lastName, firstName });
  });
});

describe('splitName by the order of the column', () => {
  it.each([
    ['ROUSSEAU JEAN', 'last-first', 'ROUSSEAU', 'JEAN'],
    ['DE LA FONTAINE MARIE', 'last-first', 'DE LA FONTAINE', 'MARIE'],
    ['Rousseau Jean Paul', 'last-first', 'Rousseau', 'Jean Paul'],
    ['John Smith', 'first-last', 'Smith', 'John'],
    ['Ludwig van Beethoven', 'first-last', 'van Beethoven', 'Ludwig'],
    // Capitals say more than the column.
    ['Jean DUPONT', 'last-first', 'DUPONT', 'Jean'],
  ] as const)('splits %s (%s)', (name, order, lastName, firstName) => {
    expect(splitName(name, order)).toEqual({ lastName, firstName });
  });

  it.each(['John Smith', 'Madonna', 'LES COPAINS DU DIMANCHE', 'a, b, c', ''])(
    'keeps %j whole when nothing tells',
    (name) => {
      expect(splitName(name, undefined)).toEqual({ lastName: name, firstName: '' });
    },
  );
});

describe('detectNameOrder', () => {
  it.each([
    ['Nom Prénom', 'last-first'],
    ['Nom et prénom', 'last-first'],
    ['Prénom Nom', 'first-last'],
    ['Name, Vorname', 'last-first'],
    ['Vorname Name', 'first-last'],
    ['Name Surname', 'first-last'],
    ['Last, First', 'last-first'],
    ['Nombre y apellidos', 'first-last'],
    ['Apellidos y nombre', 'last-first'],
    ['Nome e cognome', 'first-last'],
    ['Cognome e nome', 'last-first'],
    ['Coureur', undefined],
    ['Full name', undefined],
  ])('reads %s', (header, order) => {
    expect(detectNameOrder(header, [])).toBe(order);
  });

  it('follows the capitals of most names', () => {
    expect(detectNameOrder('Coureur', ['DUPONT Jean', 'MARTIN Zoé', 'ROUSSEAU PAUL'])).toBe(
      'last-first',
    );
  });

  it('follows the names that repeat when there are no capitals', () => {
    const given = ['Jean', 'Marie', 'Luc', 'Zoé'];
    const names = Array.from({ length: 30 }, (_, index) => `Family${index} ${given[index % 4]}`);
    expect(detectNameOrder('Coureur', names)).toBe('last-first');
    expect(detectNameOrder('Coureur', names.slice(0, 8))).toBeUndefined();
  });
});
