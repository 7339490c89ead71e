import { existsSync, readFileSync } from 'node:fs';

/** The version in package.json, which is one folder up from the source and two from dist/cli. */
export function readVersion(): string {
  const candidates = ['../package.json', '../../package.json'];
  const manifest = candidates
    .map((path) => new URL(path, import.meta.url))
    .find((url) => existsSync(url));
  if (manifest === undefined) return 'unknown';
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string };
  return version;
}
