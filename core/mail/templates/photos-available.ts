import { countPhotos } from '../format.js';
import { action, paragraph, picture } from '../letter.js';
import type { Template } from '../template.js';

const WORDS = {
  en: {
    subject: (event: string) => `New photos of ${event}`,
    ofBib: (photos: string, bib: string, event: string) =>
      `Something new: ${photos} of bib ${bib} at ${event}.`,
    ofEvent: (photos: string, event: string) =>
      `Something new: ${photos} of ${event}. Look for yourself by bib or by name.`,
    photo: (event: string) => `One of the photos of ${event}`,
    look: 'See the photos',
  },
  fr: {
    subject: (event: string) => `Nouvelles photos de «\u00A0${event}\u00A0»`,
    ofBib: (photos: string, bib: string, event: string) =>
      `Du nouveau\u00A0: ${photos} du dossard ${bib} à «\u00A0${event}\u00A0».`,
    ofEvent: (photos: string, event: string) =>
      `Du nouveau\u00A0: ${photos} de «\u00A0${event}\u00A0». Cherchez-vous par dossard ou par nom.`,
    photo: (event: string) => `Une des photos de «\u00A0${event}\u00A0»`,
    look: 'Voir les photos',
  },
};

export const photosAvailable: Template<'photos-available'> = (data, { language, link }) => {
  const words = WORDS[language];
  const photos = countPhotos(data.photoCount, language);
  return {
    subject: words.subject(data.eventName),
    blocks: [
      paragraph(
        data.bib === undefined
          ? words.ofEvent(photos, data.eventName)
          : words.ofBib(photos, data.bib, data.eventName),
      ),
      picture(words.photo(data.eventName)),
      action(words.look, link(data.photosPath)),
    ],
  };
};
