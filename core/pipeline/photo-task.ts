import type { FacesMode } from '../domain/face.js';
import type { AnalysedPhoto } from '../domain/photo.js';
import type { StageName } from './ingest-events.js';

/** One photo handed to the pool. `bytes` is moved, not copied: the sender has it no more. */
export interface PhotoTask {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** For the kinds of raw files that only their ending tells apart. */
  readonly fileName: string;
  /** Hexadecimal: varies the watermark. */
  readonly sha256: string;
  readonly faces: FacesMode;
  /** Laplacian variance below which a photo is blurry; 0 lets every photo through. */
  readonly blurThreshold: number;
  readonly retouch: boolean;
  readonly watermarkText: string;
}

export type StageTimes = Readonly<Partial<Record<StageName, number>>>;

/** `bytes` comes back with every result, so that the original is read from disk once. */
export type PhotoResult = {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly stageMs: StageTimes;
} & (
  | { readonly kind: 'analysed'; readonly photo: AnalysedPhoto }
  | { readonly kind: 'unsupported'; readonly reason: string }
  | { readonly kind: 'failed'; readonly reason: string }
);

/** Hands photos to whoever analyses them: worker threads, or the same thread in tests. */
export interface PhotoPool {
  readonly size: number;
  process(task: PhotoTask): Promise<PhotoResult>;
  close(): Promise<void>;
}
