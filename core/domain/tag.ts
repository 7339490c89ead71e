import type { Box } from './geometry.js';
import type { Bib, PhotoId } from './ids.js';

/**
 * Where a tag comes from: a person, a reading as it was read, a reading that the start list
 * completed or corrected, or the same face in another photo. Earlier ones win over later ones.
 */
export type TagSource = 'manual' | 'reading' | 'corrected' | 'face';

/** Why a tag was given, enough to show it to a person. */
export type TagEvidence =
  | { readonly kind: 'manual' }
  | {
      readonly kind: 'reading';
      readonly text: string;
      readonly box: Box;
      readonly reason: string | undefined;
    }
  | {
      readonly kind: 'face';
      readonly photoId: PhotoId;
      readonly faceOrdinal: number;
      /** 0 to 100, on the scale of the similarity threshold. */
      readonly similarity: number;
    };

/** The statement "this bib is in this photo". */
export interface Tag {
  readonly photoId: PhotoId;
  readonly bib: Bib;
  readonly source: TagSource;
  /** 0 to 100. */
  readonly confidence: number;
  readonly evidence: TagEvidence;
  /** The face that wears the bib, where it is known. */
  readonly faceOrdinal: number | undefined;
}
