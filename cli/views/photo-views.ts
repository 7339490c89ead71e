import type { FacePhoto, ListedPhoto, TaggedPhoto } from '../../core/index.js';
import type { Messages } from '../messages/messages.js';
import type { Format } from '../terminal/format.js';
import type { Column } from '../terminal/table.js';

export function photoColumns(
  { talk }: Messages,
  format: Format,
  timeZone: string,
): Column<ListedPhoto>[] {
  const { columns, photoStatus } = talk;
  return [
    { title: columns.file, flexible: true, cell: (photo) => photo.file },
    {
      title: columns.status,
      cell: ({ status, duplicateOf }) =>
        duplicateOf === undefined ? photoStatus[status] : `${photoStatus[status]} (${duplicateOf})`,
    },
    { title: columns.bibs, cell: (photo) => photo.bibs.join(' ') },
    { title: columns.faces, align: 'right', cell: (photo) => format.count(photo.faces) },
    { title: columns.quality, align: 'right', cell: (photo) => format.count(photo.quality) },
    { title: columns.taken, cell: (photo) => localTime(photo.capturedAt, timeZone) },
  ];
}

export function taggedPhotoColumns(
  { talk }: Messages,
  format: Format,
  timeZone: string,
): Column<TaggedPhoto>[] {
  const { columns, tagSource } = talk;
  return [
    { title: columns.file, flexible: true, cell: (photo) => photo.file },
    { title: columns.bib, cell: (photo) => photo.bib },
    { title: columns.source, cell: (photo) => tagSource[photo.source] },
    { title: columns.confidence, align: 'right', cell: (photo) => format.count(photo.confidence) },
    { title: columns.taken, cell: (photo) => localTime(photo.capturedAt ?? undefined, timeZone) },
  ];
}

export function facePhotoColumns(
  { talk: { columns } }: Messages,
  format: Format,
  timeZone: string,
): Column<FacePhoto>[] {
  return [
    { title: columns.file, flexible: true, cell: (photo) => photo.file },
    {
      title: columns.similarity,
      align: 'right',
      cell: (photo) => format.count(photo.similarity),
    },
    { title: columns.taken, cell: (photo) => localTime(photo.capturedAt ?? undefined, timeZone) },
  ];
}

/** `YYYY-MM-DD HH:MM:SS` on the clocks of the event; empty where it is not known. */
function localTime(instant: Date | undefined, timeZone: string): string {
  // Swedish dates are ISO dates.
  return instant === undefined
    ? ''
    : new Intl.DateTimeFormat('sv-SE', {
        timeZone,
        dateStyle: 'short',
        timeStyle: 'medium',
      }).format(instant);
}
