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

/** The search in the address; a parameter given twice is none. `bib` is what printed codes say. */
export function readGalleryQuery({ query }: Pick<Request, 'query'>): GalleryQuery {
  const given = (name: string): string | undefined => {
    const value = query[name];
    return typeof value === 'string' && value.trim() !== '' ? value : undefined;
  };
  return {
    ...Object.fromEntries(FIELDS.map((name) => [name, given(name)])),
    q: given('q') ?? given('bib'),
  };
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
