import { formatTime } from '../format.js';
import { action, paragraph } from '../letter.js';
import type { Template } from '../template.js';

const WORDS = {
  en: {
    subject: (order: string) => `Your new download link (order ${order})`,
    renewed: (event: string) =>
      `Here is the new link to your photos of ${event}. An earlier link ends at its own time.`,
    download: 'Download my photos',
    until: (time: string) => `It works until ${time}, and it can be renewed again.`,
    forGood: 'It works for good.',
  },
  fr: {
    subject: (order: string) => `Votre nouveau lien de téléchargement (commande ${order})`,
    renewed: (event: string) =>
      `Voici le nouveau lien vers vos photos de «\u00A0${event}\u00A0». Un lien plus ancien expire à la date qui lui était indiquée.`,
    download: 'Télécharger mes photos',
    until: (time: string) => `Il fonctionne jusqu’au ${time} et peut être renouvelé.`,
    forGood: 'Il n’expire pas.',
  },
};

export const downloadRenewed: Template<'download-renewed'> = (data, { language, link }) => {
  const words = WORDS[language];
  return {
    subject: words.subject(data.orderNumber),
    blocks: [
      paragraph(words.renewed(data.eventName)),
      action(words.download, link(data.orderPath)),
      paragraph(
        data.downloadUntil === undefined
          ? words.forGood
          : words.until(formatTime(data.downloadUntil, data.timeZone, language)),
      ),
    ],
  };
};
