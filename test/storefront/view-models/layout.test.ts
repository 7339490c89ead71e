import { describe, expect, it } from 'vitest';
import type { Page } from '../../../storefront/page.js';
import { wordsIn } from '../../../storefront/messages/messages.js';
import { layoutModel } from '../../../storefront/view-models/layout.js';

const PUBLIC_URL = 'https://photos.example.org';

function layoutOf(path: string, page: Partial<Page> = {}) {
  return layoutModel({
    page: { view: 'x', model: {}, title: 'Summer 10K', ...page },
    path,
    publicUrl: PUBLIC_URL,
    assets: { url: (file) => `/assets/v/${file}` },
    carts: { photos: 0, href: '/cart' },
  })({ language: 'fr', words: wordsIn('fr'), theme: 'auto' });
}

describe('layoutModel', () => {
  it('names the page and the product', () => {
    expect(layoutOf('/events/x').title).toBe('Summer 10K · Focus Racer');
  });

  it('keeps the query in the links of the language switch', () => {
    const layout = layoutOf('/events/x?bib=12&lang=en');
    expect(layout.languages.map(({ href, isCurrent }) => [href, isCurrent])).toEqual([
      ['/events/x?bib=12&lang=en', false],
      ['/events/x?bib=12&lang=fr', true],
    ]);
  });

  it('names itself as canonical in the language asked for, as its pages in other languages name it', () => {
    const own = { canonical: '/events/x' };
    const french = layoutOf('/events/x?after=abc&lang=fr', own);
    expect(french.canonical).toBe(`${PUBLIC_URL}/events/x?lang=fr`);
    expect(french.alternates.map(({ href }) => href)).toContain(french.canonical);
    expect(french.anyLanguage).toBe(`${PUBLIC_URL}/events/x`);
    for (const path of ['/events/x', '/events/x?lang=xx'])
      expect(layoutOf(path, own).canonical).toBe(french.anyLanguage);
  });

  it('takes the canonical path that the page gives', () => {
    const layout = layoutOf('/events/x?after=abc', { canonical: '/events/x' });
    expect(layout.canonical).toBe(`${PUBLIC_URL}/events/x`);
    expect(layout.alternates[0]?.href).toBe(`${PUBLIC_URL}/events/x?lang=en`);
  });

  it.each([
    '//thief.example/x',
    'http://thief.example/x',
    '/\\thief.example/x',
    '//x//thief.example/',
    '/..//thief.example/',
    '//',
    '//[',
  ])('stays on its own host for %s', (path) => {
    const layout = layoutOf(path);
    expect(layout.canonical.startsWith(`${PUBLIC_URL}/`)).toBe(true);
    for (const own of [layout.returnTo, ...layout.languages.map(({ href }) => href)])
      expect(own).toMatch(/^\/(?!\/)/);
  });

  it('lets search engines in unless the page is private or an error', () => {
    expect(layoutOf('/').indexable).toBe(true);
    expect(layoutOf('/', { noindex: true }).indexable).toBe(false);
    expect(layoutOf('/', { status: 404 }).indexable).toBe(false);
  });

  it('gives social cards an absolute picture', () => {
    expect(layoutOf('/', { socialImage: '/images/preview/x.jpg' }).socialImage).toBe(
      `${PUBLIC_URL}/images/preview/x.jpg`,
    );
  });
});
