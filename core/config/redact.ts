const HIDDEN = '***';
const SECRET_PARAMETERS = ['password', 'sslpassword', 'passfile'];

/**
 * A database url without its password; any other secret text is hidden altogether. So is a url
 * with a part that may be the rest of a password in which "/", "?" or "#" was not escaped.
 */
export function redact(text: string): string {
  if (!URL.canParse(text)) return HIDDEN;
  const url = new URL(text);
  if (url.hash !== '' || /@|^\/.*\//.test(url.pathname) || url.search.includes('@')) return HIDDEN;
  if (url.password !== '') url.password = HIDDEN;
  for (const name of SECRET_PARAMETERS)
    if (url.searchParams.has(name)) url.searchParams.set(name, HIDDEN);
  return url.href;
}
