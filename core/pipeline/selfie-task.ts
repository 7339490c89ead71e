import type { ShelfMatch, TemplateShelf } from '../linking/template-shelf.js';

/** A selfie handed to its thread. `picture` is moved there, and gone when the answer comes. */
export interface SelfieTask {
  readonly picture: Uint8Array<ArrayBuffer>;
  readonly shelf: TemplateShelf;
  readonly leastCosine: number;
}

export type SelfieRefusal =
  'not-a-picture' | 'too-many-pixels' | 'no-face' | 'several-faces' | 'face-unclear';

export type SelfieAnswer =
  | { readonly kind: 'matches'; readonly matches: readonly ShelfMatch[] }
  | { readonly kind: 'refused'; readonly reason: SelfieRefusal };

/** Looks for the face of a selfie on a shelf: on a thread of its own, or in the same one in tests. */
export interface SelfieSearcher {
  search(task: SelfieTask): Promise<SelfieAnswer>;
  close(): Promise<void>;
}
