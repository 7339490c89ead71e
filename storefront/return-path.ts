/** A base that no address can be within by accident. */
const HERE = 'http://here.invalid';

/** The path and query of `wanted` where it stays on this site, else the home page. */
export function pathWithin(wanted: unknown): string {
  if (typeof wanted !== 'string' || !wanted.startsWith('/') || !URL.canParse(wanted, HERE)) {
    return '/';
  }
  const { origin, pathname, search } = new URL(wanted, HERE);
  // "//elsewhere", and "/..//elsewhere" once resolved, is another host to a browser.
  return origin === HERE && !pathname.startsWith('//') ? `${pathname}${search}` : '/';
}
