import { createHash } from 'node:crypto';

/** What is repeated over a public picture: a text, or a PNG of the seller's with transparency. */
export type WatermarkSource =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'picture'; readonly png: Uint8Array };

/** Tells marks apart by their content. */
export function digestOfSource(source: WatermarkSource): string {
  const content = source.kind === 'text' ? `text ${source.text}` : source.png;
  return createHash('sha256').update(content).digest('hex').slice(0, 32);
}
