import { counted, type Count } from '../count.js';

/** What is said of time zones, and of photos whose times cannot be right. */
export const times = {
  question: (zone: string) => `Time zone of the race [${zone}]: `,
  noZone: (answer: string) => `"${answer}" is no time zone. Write it as Europe/Paris.`,
  guessed: (zone: string, slug: string) =>
    `Times are read as ${zone}, the zone of this machine. Was the race elsewhere? focusracer event edit ${slug} --time-zone America/Montreal`,
  guessedUtc: (slug: string) =>
    `! Nobody said the time zone, and this machine has none but UTC: times will be hours off. Say it: focusracer event edit ${slug} --time-zone Europe/Paris`,
  otherOffset: (photos: Count, offset: string, zone: string, slug: string) =>
    `! ${counted(photos, 'photo was', 'photos were')} taken in a time zone of ${offset}, which ${zone} is not. Say the race's: focusracer event edit ${slug} --time-zone Europe/Paris`,
  far: (
    photos: Count,
    far: { readonly camera: string; readonly file: string; readonly day: string },
    date: string,
  ) =>
    `! ${counted(photos, 'photo', 'photos')} of ${far.camera} lie more than a month from the event's date (${date}), such as ${far.file} (${far.day}). Is the camera's clock right, and the date?`,
  unknownCamera: 'an unknown camera',
};
