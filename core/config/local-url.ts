/** Where a storefront on this host and port is reached from its own machine; without a trailing slash. */
export function localUrl(host: string, port: number): string {
  const isAny = ['0.0.0.0', '::'].includes(host);
  const name = isAny ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${port}`;
}
