import { counted } from '../count.js';
import type { times as en } from '../en/times.js';

export const times: typeof en = {
  question: (zone) => `Fuseau horaire de la course [${zone}] : `,
  noZone: (answer) => `« ${answer} » n’est pas un fuseau horaire. Écrivez-le ainsi : Europe/Paris.`,
  guessed: (zone, slug) =>
    `Les heures sont lues en ${zone}, le fuseau de cette machine. La course était ailleurs ? focusracer event edit ${slug} --time-zone America/Montreal`,
  guessedUtc: (slug) =>
    `! Personne n’a dit le fuseau horaire, et cette machine n’a que l’UTC : les heures seront fausses. Dites-le : focusracer event edit ${slug} --time-zone Europe/Paris`,
  otherOffset: (photos, offset, zone, slug) =>
    `! ${counted(photos, 'photo a été prise', 'photos ont été prises')} dans un fuseau à ${offset}, ce que ${zone} n’est pas. Dites celui de la course : focusracer event edit ${slug} --time-zone Europe/Paris`,
  far: (photos, far, date) =>
    `! ${counted(photos, 'photo', 'photos')} (${far.camera}) à plus d’un mois de la date de l’événement (${date}), comme ${far.file} (${far.day}). L’horloge de l’appareil est-elle juste, et la date ?`,
  unknownCamera: 'appareil inconnu',
};
