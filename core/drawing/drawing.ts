import type { Box } from '../domain/geometry.js';
import type { InvoiceDocument } from '../domain/invoice.js';
import type { WatermarkSource } from '../image/watermark-source.js';

/** What is drawn in a thread of its own: all that it shows. */
export type Drawing =
  /** PNG of a code that leads to the address. */
  | { readonly kind: 'qr-code'; readonly address: string }
  /** PDF. */
  | ({ readonly kind: 'poster' } & Poster)
  /** PDF. */
  | {
      readonly kind: 'document';
      readonly document: InvoiceDocument;
      readonly language: 'en' | 'fr';
    }
  /** JPEG of a social card. */
  | { readonly kind: 'teaser'; readonly preview: Uint8Array; readonly eventName: string }
  /** JPEG of one person in a photo. */
  | { readonly kind: 'close-up'; readonly preview: Uint8Array; readonly box: Box }
  /** JPEG of an event's cover, cut from a clean version and marked. */
  | {
      readonly kind: 'cover';
      readonly web: Uint8Array;
      readonly box: Box;
      readonly width: number;
      readonly sha256: string;
      readonly watermark: WatermarkSource;
    }
  /** JPEG of a photo in a sponsor's frame. */
  | { readonly kind: 'framed'; readonly photo: Uint8Array; readonly frame: Uint8Array };

/** A poster for the finish line: a code to scan from where people stand and wait. */
export interface Poster {
  readonly size: 'A4' | 'A3';
  readonly name: string;
  readonly place: string;
  /** What the code leads to. */
  readonly address: string;
  readonly words: { readonly scan: string; readonly lead: string; readonly product: string };
}

/** Draws in a thread, what is read when its turn has come: see limited-threads.ts. */
export type Draw = (prepare: () => Promise<Drawing>, visitor: string) => Promise<Uint8Array>;
