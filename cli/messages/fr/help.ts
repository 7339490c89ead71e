import type { help as english } from '../en/help.js';

export const help: typeof english = {
  usage: 'Utilisation :',
  arguments: 'Arguments :',
  options: 'Options :',
  globalOptions: 'Options de toutes les commandes :',
  commands: 'Commandes :',
  examples: 'Exemples :',
  defaultValue: 'par défaut :',
  choices: 'au choix :',
  program: {
    summary:
      'Transforme un dossier de photos de course en une galerie où chaque coureur trouve ses photos.',
    help: "afficher l'aide",
    helpCommand: "afficher l'aide d'une commande",
    version: 'afficher la version',
    json: 'écrire du JSON pour les programmes au lieu de texte',
    language: 'langue des textes',
    debug: "montrer la pile d'une erreur inattendue",
    examples: [
      [
        'ingest ./course --start-list coureurs.csv',
        'un dossier de photos, avec sa liste de départ',
      ],
      ['search --bib 1234', "les photos d'un coureur"],
      ['help ingest', 'tout sur une commande'],
    ],
    moreHelp:
      'Codes de sortie : 0 terminé, 1 défaut du programme, 2 commande ou données fausses, 3 introuvable,\n4 conflit, 5 interdit, 6 un service ne répond pas, 78 réglages faux, 130 interrompu.',
  },
  eventChoice: "identifiant ou nom de l'événement (par défaut : le seul qui existe)",
  eventFilter: "identifiant ou nom de l'événement (par défaut : tous)",
  photoArgument: 'une photo : nom du fichier, chemin dans le dossier, ou identifiant',
  bibArgument: "dossard, tel qu'il est imprimé",
  limit: 'au plus ce nombre',
  ingest: {
    summary:
      'traiter un dossier de photos : lire les dossards, trouver les visages, écarter doublons et flous',
    folder: 'le dossier des photos, parcouru avec tous ses sous-dossiers',
    event: "l'événement à compléter (par défaut : celui de ce dossier, sinon un nouveau)",
    name: "nom d'un nouvel événement",
    date: "jour de l'événement, AAAA-MM-JJ",
    place: 'lieu',
    sport: 'sport, par exemple course à pied ou trail',
    timeZone: 'fuseau horaire, par exemple Europe/Paris',
    bibPattern: 'expression régulière d’un dossard entier, par exemple "[A-Z]\\d{3}"',
    startList: "importer d'abord cette liste de départ (CSV ou Excel)",
    map: 'colonne de la liste de départ par son en-tête, par exemple bib=Dossard ; répétable',
    engine: 'ce qui lit les dossards et trouve les visages',
    workers: 'photos traitées en même temps (par défaut : une par cœur)',
    faces:
      'ce qui est gardé des visages : rien, cadres et recadrages, ou aussi des gabarits pour relier les photos',
    dryRun: 'dire ce qui serait fait, sans rien écrire',
    nearDuplicates: 'garder les quasi-doublons',
    blurThreshold: 'netteté sous laquelle une photo est écartée comme floue',
    retouch: 'améliorer niveaux, couleurs et netteté des versions web',
    spot: 'où sur le parcours ces photos ont été prises, par exemple « Arrivée » : les visiteurs filtrent par lieu',
    reference: "laisser les originaux où ils sont et n'enregistrer que leur chemin",
    examples: [
      ['ingest ./course', 'un nouvel événement, au nom du dossier'],
      ['ingest ./carte2 --event 10km-ete', "d'autres photos du même événement"],
      ['ingest ./course --start-list coureurs.csv --map bib=Dossard', 'avec la liste de départ'],
      ['ingest ./course --json > suivi.ndjson', 'une ligne JSON par fichier, puis un bilan'],
    ],
  },
  status: {
    summary: 'montrer où en est un événement, ou tous',
    examples: [['status 10km-ete', "photos, dossards, orphelines et visages d'un événement"]],
  },
  photos: {
    summary: "lister les photos d'un événement",
    status: 'seulement les photos dans cet état',
    bib: 'seulement les photos de ce dossard',
    tagged:
      'seulement les photos avec dossard (yes), sans (no), ou orphelines (orphan) : gardées, des personnes, aucun dossard',
    examples: [
      ['photos --tagged orphan', 'les photos qui attendent un dossard'],
      ['photos --status blurry', 'ce qui a été écarté'],
      ['photos --bib 1234 --json', 'pour un script'],
    ],
  },
  search: {
    summary: "trouver les photos d'un coureur par dossard, nom ou visage",
    bib: "dossard, tel qu'il est imprimé",
    name: 'débuts du prénom ou du nom, avec ou sans accents',
    face: "une photo du coureur ; elle n'est pas conservée",
    examples: [
      ['search --bib 1234', 'par dossard'],
      ['search --name "le goff"', "par nom, d'après la liste de départ"],
      ['search --face selfie.jpg', 'par visage'],
    ],
  },
  tag: {
    summary: "dire qu'un dossard est sur une photo",
    examples: [['tag DSC_0042.jpg 1234', '']],
  },
  untag: {
    summary: "dire qu'un dossard n'est pas sur une photo ; aucune règle ne le remettra",
    examples: [['untag DSC_0042.jpg 1234', '']],
  },
  restore: {
    summary: 'garder une photo écartée comme floue ou quasi-doublon',
    examples: [['restore DSC_0042.jpg', '']],
  },
  event: {
    summary: 'créer, lister, montrer, modifier, publier, archiver et supprimer des événements',
    slug: "identifiant ou nom de l'événement",
    create: {
      summary: 'créer un événement',
      name: 'son nom',
      examples: [['event create "Foulées d\'été" --date 2026-06-21 --place Nantes', '']],
    },
    edit: {
      summary:
        'changer le nom, la date, le lieu, le sport, le fuseau horaire ou la couverture d’un événement',
      name: 'son nom ; les liens vers lui restent les mêmes',
      cover:
        'la photo qui le représente : un fichier, un chemin ou un id ; « auto » pour la meilleure ; seul, liste les cinq meilleures',
      examples: [
        ['event edit 10km-ete --date 2026-06-21 --place Nantes', ''],
        ['event edit 10km-ete --time-zone Europe/Paris', 'les heures des photos suivent'],
        ['event edit 10km-ete --cover', 'les cinq photos qui font les meilleures couvertures'],
        ['event edit 10km-ete --cover DSC_0042.jpg', ''],
      ],
    },
    list: { summary: 'lister les événements', examples: [['event list', '']] },
    show: { summary: 'montrer un événement', examples: [['event show 10km-ete', '']] },
    archive: {
      summary: 'archiver un événement : il reste, hors de la vue du public',
      examples: [['event archive 10km-ete', '']],
    },
    delete: {
      summary: 'supprimer un événement avec ses photos, dossards, visages et sa liste de départ',
      yes: 'ne pas demander',
      examples: [['event delete 10km-ete --yes', 'dans un script']],
    },
  },
  publish: {
    summary: 'montrer un événement à tout le monde, ou de nouveau à personne',
    event: "slug ou nom de l'événement",
    unpublish: 'le retirer de la vue du public ; ce qui est vendu reste aux acheteurs',
    seller: 'à qui sont ces photos, comme le lisent les acheteurs',
    sellerEmail: 'où écrire au sujet des ventes, rétractations et retraits',
    downloads:
      'durée des liens de téléchargement des commandes à venir : 72h (par défaut), 30d, for-good (sans fin)',
    takeDown:
      'quand une photo retirée par un visiteur est masquée : dès qu’un lien reçu par mail le confirme, ou aussitôt (confirmed sauf mention)',
    photographer:
      'qui tenait un appareil, sous la forme CLE=NOM ; répétable (cette commande liste les clés)',
    selfieBasis:
      'base légale de la recherche par visage ouverte aux visiteurs, par exemple "consentement explicite" ; répétable pour l’autre langue, sous la forme en=TEXTE',
    selfieNotice:
      'ce que les visiteurs lisent et acceptent auparavant ; répétable pour l’autre langue, sous la forme en=TEXTE',
    selfieUntil: 'dernier jour, AAAA-MM-JJ',
    selfieLanguage:
      'langue des textes qui ne disent pas la leur (par défaut : celle de cette commande)',
    noSelfie: "n'ouvrir à personne la recherche par visage (c'est le cas sans autorisation)",
    examples: [
      ['publish --event summer-10k --seller "Ana Silva"', 'en vente dès maintenant'],
      ['publish --event summer-10k --unpublish', 'hors de vue'],
    ],
  },
  startList: {
    summary: 'importer, montrer et comparer des listes de départ',
    file: 'fichier CSV ou Excel',
    race: 'la course dont le fichier est la liste ; les autres courses restent inchangées',
    sheet: 'la feuille, si le classeur en a plusieurs',
    import: {
      summary: "importer une liste de départ ; la réimporter n'en change que les différences",
      replace: "importer même si presque tous les inscrits d'une course s'en vont",
      rejects: 'écrire les lignes refusées dans ce fichier (par défaut : à côté de la liste)',
      examples: [
        ['startlist import coureurs.csv', ''],
        ['startlist import coureurs.csv --map bib=Dossard --dry-run', "regarder d'abord"],
      ],
    },
    show: {
      summary: "lister les inscrits d'un événement",
      bib: 'seulement ce dossard',
      name: 'seulement les inscrits de ce nom',
      race: 'seulement les inscrits de cette course',
      examples: [['startlist show', '']],
    },
    diff: {
      summary: "montrer ce que l'import d'un fichier changerait",
      examples: [['startlist diff coureurs.csv', '']],
    },
  },
  export: {
    summary:
      'écrire les dossards en CSV ou JSON, ou en mots-clés : fichiers XMP (xmp) ou copies des photos (iptc)',
    format: 'ce qui est écrit',
    output: 'fichier CSV ou JSON à écrire (par défaut : sortie standard)',
    to: 'dossier des fichiers XMP (par défaut : à côté des photos) ou des copies des photos',
    bib: 'seulement les photos de ce dossard',
    keywords: 'seulement cette sorte de mots-clés (par défaut : les deux)',
    kept: 'seulement les photos gardées',
    examples: [
      ['export --format csv --output dossards.csv', 'une ligne par photo et dossard'],
      ['export --format xmp', 'mots-clés ajoutés aux fichiers XMP à côté des originaux'],
      ['export --format iptc --to ./livraison', 'copies des photos avec leurs mots-clés'],
    ],
  },
  serve: {
    summary: "ouvrir la boutique, jusqu'à ce qu'on l'arrête ; aussi pendant une ingestion",
    port: 'port à écouter ; 0 en prend un libre (par défaut : le réglage port)',
    host: 'adresse à écouter ; 0.0.0.0 les prend toutes (par défaut : le réglage host)',
    examples: [
      ['serve', 'pour cette machine seulement, sur http://127.0.0.1:4780'],
      ['serve --host 0.0.0.0 --port 8080', 'pour tous ceux qui joignent cette machine'],
      ['serve > acces.log', 'avec une ligne JSON par requête'],
    ],
  },
  config: {
    summary: 'montrer et changer les réglages',
    key: 'nom du réglage',
    value: 'sa nouvelle valeur',
    list: {
      summary: "lister les réglages, leurs valeurs et d'où elles viennent",
      examples: [['config list', '']],
    },
    get: { summary: 'montrer un réglage', examples: [['config get workers', '']] },
    set: { summary: 'changer un réglage', examples: [['config set language fr', '']] },
    unset: {
      summary: 'oublier un réglage : sa valeur par défaut revient',
      examples: [['config unset workers', '']],
    },
  },
  doctor: {
    summary: "vérifier l'installation et dire comment la réparer",
    examples: [['doctor', '']],
  },
  bench: {
    summary: 'mesurer la justesse et la vitesse',
    accuracy: {
      summary: 'précision et rappel des dossards sur un dossier avec truth.csv',
      folder: 'dossier avec truth.csv, ou avec des sous-dossiers qui en ont un',
      examples: [['bench accuracy ./etiquetees --json', '']],
    },
    speed: {
      summary:
        'photos par seconde, coût par étape et mémoire, face au minimum : un décodage et un JPEG',
      folder: 'dossier de photos',
      examples: [['bench speed ./photos', '']],
    },
    faces: {
      summary: 'liens faux et rappel des visages sur un dossier de visages étiquetés',
      folder: 'dossier avec des visages et pairs.csv',
      examples: [['bench faces ./visages', '']],
    },
    dearest: {
      summary:
        'temps de réponse des autres pendant qu’un visiteur demande sans relâche les pages les plus coûteuses',
      photos: 'photos de l’événement',
      entries: 'inscrits de sa liste de départ',
      connections: 'connexions de ce visiteur',
      rate: 'requêtes par seconde de tous les autres',
      seconds: 'durée pour chaque page',
      examples: [['bench dearest --seconds 5', '']],
    },
    storefront: {
      summary: 'temps de réponse d’une boutique avec un grand événement, sous une charge régulière',
      photos: 'photos de l’événement',
      entries: 'inscrits de sa liste de départ',
      clients: 'visiteurs qui demandent chacun une page par seconde',
      rate: 'requêtes par seconde du trafic mélangé',
      seconds: 'durée de ce trafic',
      selfie: 'une image avec un seul visage, pour mesurer aussi la recherche par selfie',
      examples: [
        ['bench storefront --photos 10000 --seconds 10', ''],
        ['bench storefront --selfie ./me.jpg', ''],
      ],
    },
    crowd: {
      summary:
        'téléphones et aspirateurs derrière une même adresse : qui est refusé, et en combien de temps les pages arrivent',
      phones: 'visiteurs qui cherchent, regardent des photos et paient, ou feuillettent la galerie',
      seconds: 'durée de la mesure',
      photos: 'photos de l’événement',
      entries: 'inscrits de sa liste de départ',
      examples: [
        ['bench crowd', '2 000 téléphones en cinq minutes'],
        ['bench crowd --phones 200 --seconds 120', ''],
      ],
    },
  },
  completion: {
    summary: "écrire le script de complétion d'un interpréteur de commandes",
    shell: "l'interpréteur",
    examples: [
      ['completion bash > ~/.local/share/bash-completion/completions/focusracer', 'bash'],
      ['completion zsh > "${fpath[1]}/_focusracer"', 'zsh'],
      ['completion fish > ~/.config/fish/completions/focusracer.fish', 'fish'],
    ],
  },
};
