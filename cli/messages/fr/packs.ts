import { counted } from '../count.js';
import type { packs as english } from '../en/packs.js';

export const packs: typeof english = {
  columns: {
    id: 'Pack',
    content: 'Contenu',
    size: 'Taille',
    price: 'Prix',
    from: 'Premier jour',
    until: 'Dernier jour',
    onSale: 'En vente',
    code: 'Code',
    takesOff: 'Remise',
    uses: 'Utilisations',
    limits: 'Au plus',
  },
  photos: (photos) => counted(photos, 'photo', 'photos'),
  allOfMine: 'toutes les photos de son dossard',
  sponsored: (sponsor) => `une photo dans le cadre de ${sponsor}`,
  sizes: { web: 'web', hd: 'original' },
  onSale: 'oui',
  notOnSale: 'non',
  limits: {
    perPerson: (uses) => `${uses} par personne`,
    perBib: (uses) => `${uses} par dossard`,
    perDay: (uses) => `${uses} par jour`,
  },
  usesOf: (uses, limit) => `${uses} sur ${limit}`,
  none: 'Aucun pack : rien n’est en vente. focusracer packs suggest ajoute les packs habituels.',
  noCodes: 'Aucun code de réduction.',
  added: (pack, price) => `En vente : ${pack}, ${price}`,
  wouldAdd: (pack, price) => `Serait en vente : ${pack}, ${price}`,
  removed: (pack, price) =>
    `N’est plus en vente : ${pack}, ${price}. Les commandes passées le gardent.`,
  wouldRemove: (pack, price) => `Ne serait plus en vente : ${pack}, ${price}`,
  codeAdded: (code, terms) => `Le code ${code} donne ${terms} de réduction.`,
  codeWouldBeAdded: (code, terms) => `Le code ${code} donnerait ${terms} de réduction.`,
  codeRemoved: (code) => `Le code ${code} ne sert plus. Les commandes passées le gardent.`,
  codeWouldBeRemoved: (code) => `Le code ${code} ne servirait plus.`,
  help: {
    summary: "dire ce qu'un événement propose : packs de photos et codes de réduction",
    limits: {
      perPerson:
        'combien de fois une personne peut s’en servir, ou any (photo sponsorisée, code à nombre limité : 1)',
      perBib: 'combien de fois pour un même dossard, ou any (photo sponsorisée : 1)',
      perDay: 'combien de fois par jour, toutes personnes confondues, ou any',
    },
    dryRun: 'dire ce qui serait fait, sans rien écrire',
    pack: "l'identifiant du pack, ou son début",
    list: { summary: "lister les packs d'un événement", examples: [['packs list', '']] },
    add: {
      summary: "proposer un pack ; les packs les moins chers d'un panier sont trouvés tout seuls",
      content: 'un nombre de photos, all-of-mine (toutes les siennes) ou sponsored (sponsor)',
      price: 'prix TTC, par exemple 25 ou 25,00',
      size: 'ce qui est livré : originaux (hd, par défaut) ou versions web',
      sponsor: "qui offre la photo d'un pack sponsored",
      frame: "le cadre d'un pack sponsored : un PNG avec une fenêtre transparente",
      from: 'premier jour, AAAA-MM-JJ',
      until: 'dernier jour, AAAA-MM-JJ',
      examples: [
        ['packs add 5 --price 25', 'cinq photos au choix'],
        ['packs add all-of-mine --price 35', "toutes les photos d'un coureur"],
        ['packs add all-of-mine --price 25 --until 2026-06-20', 'en prévente'],
        [
          'packs add sponsored --price 0 --sponsor "City Sports" --frame cadre.png',
          'une photo offerte dans le cadre du sponsor',
        ],
      ],
    },
    remove: {
      summary: 'ne plus proposer un pack',
      examples: [['packs remove 3f2a', '']],
    },
    suggest: {
      summary: "proposer les packs habituels, si l'événement n'en a aucun",
      examples: [['packs suggest --dry-run', "regarder d'abord"]],
    },
    codes: {
      summary: 'lister, ajouter et retirer des codes de réduction',
      code: "le code, comme l'acheteur le tape ; sans tenir compte de la casse",
      list: { summary: 'lister les codes de réduction', examples: [['packs codes list', '']] },
      add: {
        summary: 'ajouter un code de réduction',
        percent: 'pourcentage de réduction, de 1 à 100',
        amount: 'montant de la réduction, par exemple 5,00',
        limit: 'nombre de commandes qui peuvent en profiter (par défaut : sans limite)',
        until: 'dernier jour, AAAA-MM-JJ',
        examples: [
          ['packs codes add AVANT10 --percent 10 --until 2026-06-20', ''],
          ['packs codes add CLUB --amount 5 --limit 100', ''],
        ],
      },
      remove: {
        summary: 'retirer un code de réduction',
        examples: [['packs codes remove AVANT10', '']],
      },
    },
  },
};
