import type { demo as demoEn } from '../en/demo.js';

export const demo: typeof demoEn = {
  help: {
    summary:
      'essayer\u00A0: ouvre une boutique avec une course inventée et un paiement de test, dans son propre dossier de données',
    port: 'port d’écoute\u00A0; 0 en prend un libre',
    noOpen: 'ne pas ouvrir le navigateur',
    examples: [
      ['demo', 'remplit la boutique la première fois, une demi-minute environ'],
      ['demo --port 4799 --no-open', 'dit seulement où elle est'],
    ],
  },
  preparing: (home) =>
    `Remplissage d’une boutique d’essai dans ${home} (une demi-minute environ la première fois)`,
  ready: (shop) => [
    `La boutique est ouverte\u00A0: ${shop.url}`,
    '',
    `  1. Cherchez un coureur\u00A0: ${shop.event}?q=${shop.bib} (ou le nom ${shop.name})`,
    '  2. Mettez des photos au panier\u00A0; regardez ce que coûtent deux ou cinq photos.',
    '  3. Achetez en invité avec n’importe quelle adresse. Cartes de test\u00A0: acceptée, refusée, ou soumise à la banque.',
    `  4. Lisez le message avec le lien de téléchargement\u00A0: ${shop.outbox}`,
    '',
    'Paiement de test seulement\u00A0; rien ne quitte cette machine. Ctrl-C ferme la boutique.',
  ],
  stopping: 'Fermeture de la boutique',
  stopped: 'La boutique est fermée. La même commande la rouvre telle quelle.',
  goOn: 'Rien n’est perdu\u00A0: la même commande continue.',
  selfie: {
    legalBasis: 'Consentement, pour essayer (démonstration)',
    notice:
      'Votre photo est comparée, en mémoire, aux visages de cette course inventée, puis oubliée aussitôt.',
  },
};
