import { insertFaces } from './faces.js';
import { insertVersions } from './photos.js';
import { insertReadings } from './readings.js';
import { insertTags } from './tags.js';
import type { EventId, PhotoId, Sha256 } from '../../domain/ids.js';
import type { AnalysedPhoto } from '../../domain/photo.js';
import type { TaggedPhoto } from '../../domain/tag-photo.js';
import { quantise } from '../../linking/face-template.js';
import type { Db } from '../query.js';

/** Everything below a photo's row. */
export async function insertAnalysis(
  db: Db,
  eventId: EventId,
  photo: {
    readonly id: PhotoId;
    readonly sha256: Sha256;
    readonly photo: AnalysedPhoto;
    readonly tagged: TaggedPhoto;
    readonly templateDays: number;
  },
): Promise<void> {
  const { id, tagged } = photo;
  const { readings, faces } = photo.photo;
  await insertVersions(db, { id, eventId, sha256: photo.sha256, photo: photo.photo });
  await insertReadings(db, id, readings, tagged.resolutions);
  await insertFaces(db, id, faces, tagged.faceBibs, {
    bytes: faces.map(({ embedding }) => embedding && quantise(embedding)),
    days: photo.templateDays,
  });
  await insertTags(db, eventId, tagged.tags);
}
