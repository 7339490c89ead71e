import type { EventState } from './event.js';
import type { EventId, PhotoId } from './ids.js';
import type { SelfieTerms } from './selfie-terms.js';
import type { TakeDownMode } from './take-down.js';

/** What a runner may be shown of an event: one that is published. */
export interface PublicEvent {
  readonly id: EventId;
  readonly slug: string;
  readonly name: string;
  /** `YYYY-MM-DD`. */
  readonly date: string | undefined;
  readonly place: string | undefined;
  readonly sport: string | undefined;
  readonly timeZone: string;
  readonly state: EventState;
  readonly sellerName: string | undefined;
  readonly coverPhotoId: PhotoId | undefined;
  readonly takeDowns: TakeDownMode;
  /** Undefined where visitors may not search by face. */
  readonly selfieSearch: SelfieTerms | undefined;
}

/** One photo of a gallery: what a grid needs to lay it out without a jump. */
export interface GalleryPhoto {
  readonly id: PhotoId;
  /** UTC. */
  readonly capturedAt: Date | undefined;
  /** Of the upright original, in pixels. */
  readonly width: number;
  readonly height: number;
}

/** The size in which a version of at most `longSide` pixels comes out; never enlarged. */
export function fitInside(
  photo: Pick<GalleryPhoto, 'width' | 'height'>,
  longSide: number,
): { readonly width: number; readonly height: number } {
  const scale = Math.min(1, longSide / Math.max(photo.width, photo.height));
  return {
    width: Math.max(1, Math.round(photo.width * scale)),
    height: Math.max(1, Math.round(photo.height * scale)),
  };
}
