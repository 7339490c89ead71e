/** What a mail says, before it becomes text and HTML. Every string is plain text. */
export interface Letter {
  readonly subject: string;
  readonly blocks: readonly LetterBlock[];
}

export type LetterBlock =
  | { readonly kind: 'paragraph'; readonly text: string }
  /** The picture that goes with the mail; left out where there is none any more. */
  | { readonly kind: 'picture'; readonly alt: string }
  /** The one thing to do; `url` is absolute. */
  | { readonly kind: 'action'; readonly label: string; readonly url: string }
  | { readonly kind: 'facts'; readonly rows: readonly LetterFact[] };

/** Of the one picture of a mail (RFC 2392). */
export const PICTURE_ID = 'photo@mail';

export interface LetterFact {
  readonly label: string;
  readonly value: string;
}

export function paragraph(text: string): LetterBlock {
  return { kind: 'paragraph', text };
}

export function action(label: string, url: string): LetterBlock {
  return { kind: 'action', label, url };
}

export function picture(alt: string): LetterBlock {
  return { kind: 'picture', alt };
}

export function facts(...rows: readonly (readonly [label: string, value: string])[]): LetterBlock {
  return { kind: 'facts', rows: rows.map(([label, value]) => ({ label, value })) };
}

/** What a letter ends with, the same for every kind. */
export interface LetterFrame {
  readonly language: string;
  readonly siteUrl: string;
  /** Who we are and why this was sent. */
  readonly footer: string;
  readonly unsubscribe: { readonly label: string; readonly url: string } | undefined;
}
