import type { Settings } from './settings.js';

/** Where a storefront on this host and port is reached from its own machine; without a trailing slash. */
export function localUrl(host: string, port: number): string {
  const isAny = ['0.0.0.0', '::'].includes(host);
  const name = isAny ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${port}`;
}

/** Of a host as a setting, an address or a URL writes it: reached from its own machine alone. */
export function isLoopback(host: string): boolean {
  return /^(?:localhost|(?:::ffff:)?127(?:\.\d{1,3}){3}|::1|\[::1\])$/.test(host);
}

/** Whether the settings let anybody but this machine reach the storefront. */
export function isPublic({
  host,
  publicUrl,
  trustProxy,
}: Pick<Settings, 'host' | 'publicUrl' | 'trustProxy'>): boolean {
  const isNamed = publicUrl !== undefined && !isLoopback(new URL(publicUrl).hostname);
  return isNamed || trustProxy !== undefined || !isLoopback(host);
}
