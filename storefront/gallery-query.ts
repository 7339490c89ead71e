import type { Request } from 'express';
import type { GalleryQuery } from '../core/index.js';

const FIELDS = [
  'q',
  'day',
  'from',
  'until',
  'photographer',
  'spot',
] as const satisfies readonly (keyof GalleryQuery)[];

/**
 * The search in the address; of a parameter given twice the first: dropping it would show everybody's
 * photos. `bib` is what printed codes say.
 */
export function readGalleryQuery({ query }: Pick<Request, 'query'>): GalleryQuery {
  const given = (name: string): string | undefined => {
    const all: unknown = query[name];
    const value: unknown = Array.isArray(all) ? all[0] : all;
    return typeof value === 'string' && value.trim() !== '' ? value : undefined;
  };
  return {
    ...Object.fromEntries(FIELDS.map((name) => [name, given(name)])),
    q: given('q') ?? given('bib'),
  };
}

/** Where the page begins: behind this photo. */
export function readCursor({ query }: Pick<Request, 'query'>): string | undefined {
  const { after } = query;
  const first: unknown = Array.isArray(after) ? after[0] : after;
  return typeof first === 'string' ? first : undefined;
}

/** The same search as the end of an address: "?q=1234", or nothing. */
export function galleryQueryString(
  query: GalleryQuery,
  more: Readonly<Record<string, string>> = {},
): string {
  const search = new URLSearchParams();
  for (const name of FIELDS) {
    const value = query[name];
    if (value !== undefined) search.set(name, value);
  }
  for (const [name, value] of Object.entries(more)) search.set(name, value);
  const text = search.toString();
  return text === '' ? '' : `?${text}`;
}
