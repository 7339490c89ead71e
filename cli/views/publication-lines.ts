import type { Publication } from '../../core/index.js';
import type { Messages } from '../messages/messages.js';
import type { Format } from '../terminal/format.js';
import { namePack } from './pack-views.js';
import { timeDoubtText } from './time-doubt-text.js';

/**
 * What is public now, then what is missing, then what comes next.
 *
 * @param publicUrl where the storefront is reached, without a trailing slash
 */
export function publicationLines(
  publication: Publication,
  publicUrl: string,
  messages: Messages,
  format: Format,
): string[] {
  const { publish: words } = messages;
  const { amount } = format;
  const { event, photos, bibs, untagged, entries, waiting, takenDown, reports } = publication;
  const facts: readonly (readonly [boolean, string])[] = [
    [true, words.published(event.name, `${publicUrl}${publication.path}`)],
    [true, words.qrCode(`${publicUrl}/qr/${event.slug}.png`)],
    [true, words.poster(`${publicUrl}/qr/${event.slug}/poster.pdf`)],
    [photos > 0, words.photos(amount(photos), amount(bibs))],
    [untagged > 0, words.untagged(amount(untagged))],
    [entries > 0, words.entries(amount(entries), amount(publication.entriesWithoutPhotos))],
    [waiting > 0, words.waiting(amount(waiting))],
    [takenDown + reports > 0, words.requests(amount(takenDown), amount(reports))],
    [
      true,
      publication.selfieUntil === undefined
        ? words.noSelfie
        : words.selfie(publication.selfieUntil),
    ],
    [
      true,
      publication.downloadHours === undefined
        ? words.downloadsForGood
        : words.downloads(publication.downloadHours),
    ],
    [true, words.takeDowns[publication.takeDowns]],
    ...publication.cameras.map(
      ({ cameraKey, camera, name }) =>
        [
          publication.cameras.length > 1,
          words.camera(cameraKey, camera ?? words.unknownCamera, name ?? words.noName),
        ] as const,
    ),
  ];
  const made = publication.packsMade.map((pack) =>
    words.packMade(...namePack(pack, messages, format)),
  );
  const missing = publication.missing.map((part) =>
    part === 'legal-pages'
      ? `! ${words.legalGaps(publication.legalGaps.join(', '))}`
      : `! ${words.missing[part]}`,
  );
  return [
    ...facts.filter(([isSaid]) => isSaid).map(([, line]) => line),
    ...made,
    ...publication.timeDoubts.map((doubt) => timeDoubtText(doubt, event.slug, messages, format)),
    ...missing,
    words.next,
  ];
}
