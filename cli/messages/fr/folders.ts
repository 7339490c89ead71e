import { counted } from '../count.js';
import type { folders as en } from '../en/folders.js';

export const folders: typeof en = {
  leftOut: (causes) => `Laissés de côté : ${causes}`,
  causes: {
    'hidden-file': (count) => counted(count, 'fichier caché', 'fichiers cachés'),
    'hidden-folder': (count) => counted(count, 'dossier caché', 'dossiers cachés'),
    system: (count) => counted(count, 'fichier du système', 'fichiers du système'),
    link: (count) => counted(count, 'lien', 'liens'),
    special: (count) => counted(count, 'fichier spécial', 'fichiers spéciaux'),
  },
  showHidden:
    'Le nom des fichiers et dossiers cachés commence par un point : renommez-les pour les traiter.',
};
