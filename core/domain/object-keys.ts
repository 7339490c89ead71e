import type { EventId, Sha256 } from './ids.js';
import type { Version } from './photo.js';

export function eventPrefix(eventId: EventId): string {
  return `events/${eventId}/`;
}

/** Two characters of the hash first: no folder of a file system holds a million names. */
function photoPrefix(eventId: EventId, sha256: Sha256): string {
  return `${eventPrefix(eventId)}photos/${sha256.slice(0, 2)}/${sha256}/`;
}

export function originalKey(eventId: EventId, sha256: Sha256): string {
  return `${photoPrefix(eventId, sha256)}original`;
}

/** Of a version in a sponsor's frame, beside it; `drawing` tells frames and versions apart. */
export function framedKey(version: string, drawing: string): string {
  return version.replace(/[^/]+$/, `framed-${drawing}.jpg`);
}

/** Of the close-up of the face of a crop, beside it: whoever deletes the one deletes the other. */
export function closeUpKey(crop: string): string {
  return crop.replace(/crop-(\d+)\.webp$/, 'close-up-$1.jpg');
}

/** Of the social card of a photo, beside the preview that it shows; `drawing` tells events' names apart. */
export function teaserKey(preview: string, drawing: string): string {
  return preview.replace(/[^/]+$/, `teaser-${drawing}.jpg`);
}

/** Of an event's cover, beside the version that it is cut from; `drawing` tells marks and sizes apart. */
export function coverKey(web: string, drawing: string): string {
  return web.replace(/[^/]+$/, `cover-${drawing}.jpg`);
}

/** Of what is drawn for an event: its poster, its codes. */
export function drawnKey(eventId: EventId, name: string): string {
  return `${eventPrefix(eventId)}drawn/${name}`;
}

/** A sponsor's frame, as it is drawn and as a shop shows it. */
export function frameKey(eventId: EventId, sha256: string): string {
  return `${eventPrefix(eventId)}frames/${sha256}.png`;
}

export function smallFrameKey(frame: string): string {
  return frame.replace(/\.png$/, '-small.png');
}

export function versionKey(
  eventId: EventId,
  sha256: Sha256,
  version: Pick<Version, 'kind' | 'ordinal'>,
): string {
  const name = version.kind === 'crop' ? `crop-${version.ordinal}.webp` : `${version.kind}.jpg`;
  return `${photoPrefix(eventId, sha256)}${name}`;
}
