import type { Page } from '../page.js';
import { THEMES, type Theme } from '../locals.js';
import { isLanguage, LANGUAGES, type Language } from '../messages/language.js';
import type { Words } from '../messages/messages.js';
import type { PublicAssets } from '../public-assets.js';

export interface LayoutOptions {
  readonly page: Page;
  /** Path and query that were asked for. */
  readonly path: string;
  readonly publicUrl: string;
  readonly assets: Pick<PublicAssets, 'url'>;
  /** Of the visitor. */
  readonly carts: { readonly photos: number; readonly href: string };
}

interface Visitor {
  readonly language: Language;
  readonly words: Words;
  readonly theme: Theme;
}

/** Everything around the page's own content. */
export function layoutModel({ page, path, publicUrl, assets, carts }: LayoutOptions) {
  return ({ language, words, theme }: Visitor) => {
    const asked = addressOf(path, publicUrl);
    const own = page.canonical === undefined ? asked : new URL(page.canonical, publicUrl);
    const inLanguage = (url: URL, one: Language) => {
      const translated = new URL(url);
      translated.searchParams.set('lang', one);
      return translated;
    };
    // Without `lang` the address answers in the visitor's own language; with it, it is a page of its own.
    const anyLanguage = new URL(own);
    anyLanguage.searchParams.delete('lang');
    const askedLanguage = asked.searchParams.get('lang');
    const canonical = isLanguage(askedLanguage)
      ? inLanguage(anyLanguage, askedLanguage)
      : anyLanguage;
    return {
      language,
      theme,
      // Undefined lets the browser choose, and the meta element follow.
      colourScheme: theme === 'auto' ? 'light dark' : theme,
      title: `${page.title} · ${words.common.product}`,
      heading: page.title,
      description: page.description ?? words.common.tagline,
      canonical: canonical.href,
      indexable: page.noindex !== true && (page.status ?? 200) < 400,
      socialImage:
        page.socialImage === undefined ? undefined : new URL(page.socialImage, publicUrl).href,
      socialLocale: SOCIAL_LOCALES[language],
      alternates: LANGUAGES.map((one) => ({
        language: one,
        href: inLanguage(anyLanguage, one).href,
      })),
      anyLanguage: anyLanguage.href,
      languages: LANGUAGES.map((one) => ({
        language: one,
        name: words.common.languageNames[one],
        isCurrent: one === language,
        href: pathOf(inLanguage(asked, one)),
      })),
      themes: THEMES.map((one) => ({
        theme: one,
        name: words.common.themes[one],
        isCurrent: one === theme,
      })),
      cart: { href: carts.href, text: words.cart.link(carts.photos) },
      returnTo: pathOf(asked),
      icon: assets.url('icon.svg'),
      fonts: ['fonts/display.woff2', 'fonts/text.woff2'].map(assets.url),
      mainImage: page.mainImage,
      styles: ['css/site.css', ...(page.styles ?? [])].map(assets.url),
      scripts: ['js/theme.js', 'js/visit.js', ...(page.scripts ?? [])].map(assets.url),
    };
  };
}

const SOCIAL_LOCALES = { en: 'en_GB', fr: 'fr_FR' } as const satisfies Record<Language, string>;

/** On our own host, whatever a request for "//elsewhere", "//x//elsewhere", "http://elsewhere/" or "//" says. */
function addressOf(path: string, publicUrl: string): URL {
  const address = new URL(publicUrl);
  if (!URL.canParse(path, publicUrl)) return address;
  const { pathname, search } = new URL(path, publicUrl);
  // A link that begins with two slashes leads to another host.
  address.pathname = pathname.replace(/^\/+/, '/');
  address.search = search;
  return address;
}

function pathOf({ pathname, search }: URL): string {
  return `${pathname}${search}`;
}
