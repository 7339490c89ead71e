import { counted } from '../count.js';
import type { editing as en } from '../en/editing.js';

export const editing: typeof en = {
  nothing: 'Rien à changer n’a été donné',
  nothingHint: 'Dites quoi : --name, --date, --place, --sport, --time-zone ou --cover.',
  unchanged: (slug) => `« ${slug} » est déjà ainsi.`,
  change: (field, from, to) =>
    from === undefined ? `${field} : ${to}` : `${field} : ${to} (avant : ${from})`,
  retimed: (photos) =>
    `L’heure de ${counted(photos, 'photo', 'photos')} est lue dans le nouveau fuseau ; les jours des packs et des codes suivent.`,
  cover: 'Couverture',
  noCover: 'Nommez la photo de --cover, ou donnez --cover seul pour voir les cinq meilleures',
  score: 'Note',
  size: 'Taille',
  address: 'À regarder',
  chooseCover: (event) =>
    `* est la couverture actuelle. Pour choisir : focusracer event edit ${event} --cover FICHIER (--cover auto : toujours la meilleure)`,
  dryRun: 'Rien n’a été écrit (--dry-run).',
};
