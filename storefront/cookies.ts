import type { CookieOptions, Request } from 'express';

const YEAR_MS = 365 * 24 * 3600 * 1000;

export function isHttps(publicUrl: string): boolean {
  return publicUrl.startsWith('https:');
}

/** For what a visitor prefers and nobody can be known by: language and theme. */
export function preferenceCookie(publicUrl: string): CookieOptions {
  return {
    httpOnly: true,
    sameSite: 'lax',
    secure: isHttps(publicUrl),
    path: '/',
    maxAge: YEAR_MS,
  };
}

/** A cookie as the visitor sent it. */
export function readCookie(request: Request, name: string): unknown {
  // Express types cookies as any.
  return (request.cookies as Readonly<Record<string, unknown>>)[name];
}
