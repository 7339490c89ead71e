import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The letters, by the name their css calls them. They stay in their packages. */
const FONTS: Readonly<Record<string, string>> = {
  'display.woff2': '@fontsource/big-shoulders/files/big-shoulders-latin-800-normal.woff2',
  'text.woff2':
    '@fontsource-variable/instrument-sans/files/instrument-sans-latin-wght-normal.woff2',
};

/** What every page wears, in the order of its rules: sent as one file, for each file costs a phone a round trip. */
const SITE_STYLES = ['tokens', 'base', 'layout', 'controls', 'surfaces'] as const;

export interface PublicAssets {
  readonly folder: string;
  /** Changes with any of the files: they may be kept for ever under it. */
  readonly version: string;
  /** File of each font, absolute. */
  readonly fonts: ReadonlyMap<string, string>;
  /** `css/site.css`, which is no file. */
  readonly siteStyles: string;
  /** The address of a file in storefront/public, such as `css/base.css`. */
  url(file: string): string;
}

/** Reads what the browser is given, once. */
export function readPublicAssets(): PublicAssets {
  const folder = fileURLToPath(new URL('./public/', import.meta.url));
  const { resolve } = createRequire(import.meta.url);
  const fonts = new Map(Object.entries(FONTS).map(([name, path]) => [name, resolve(path)]));
  const hash = createHash('sha256');
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  for (const file of [...files, ...fonts.values()]) hash.update(file).update(readFileSync(file));
  const version = hash.digest('hex').slice(0, 12);
  const siteStyles = SITE_STYLES.map((name) =>
    readFileSync(join(folder, 'css', `${name}.css`), 'utf8'),
  ).join('');
  return { folder, version, fonts, siteStyles, url: (file) => `/assets/${version}/${file}` };
}
