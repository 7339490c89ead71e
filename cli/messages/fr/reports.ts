import type { reports as en } from '../en/reports.js';

export const reports: typeof en = {
  columns: {
    time: 'Signalé le',
    event: 'Événement',
    photo: 'Photo',
    bib: 'Dossard',
    times: 'Fois',
    note: 'Message',
    settled: 'Traité le',
  },
  none: 'Aucun dossard n’est signalé comme faux.',
  settled: (photo, bib) => `${photo} garde le dossard ${bib} : le signalement est traité.`,
  nothing: (photo, bib) => `Rien n’est signalé pour ${photo} et le dossard ${bib}.`,
  help: {
    summary: 'lister les dossards que des visiteurs disent faux, et en traiter un',
    list: {
      summary: 'lister les photos qui, selon des visiteurs, montrent un autre dossard',
      all: 'aussi les signalements traités',
      examples: [['reports list --event 10-km-ete', '']],
    },
    done: {
      summary: 'garder un dossard signalé ; s’il est faux, `untag` le retire',
      examples: [['reports done FR_0020.jpg 1204', '']],
    },
  },
};
