import { safeFileName } from '../core/index.js';

/** What a request for a part of a file comes to. Byte positions, both included. */
export type AskedRange =
  | { readonly kind: 'whole' }
  | { readonly kind: 'part'; readonly start: number; readonly end: number }
  /** No byte of it is there: 416. */
  | { readonly kind: 'unsatisfiable' };

/**
 * Reads the headers Range and If-Range (RFC 9110, sections 13.1.5 and 14.2). One range of bytes is
 * given; several, and what is not understood, are answered by the whole, as the RFC allows.
 *
 * @param etag of the file as it is now: another one in If-Range gives the whole
 */
export function readRange(
  headers: { readonly range: string | undefined; readonly ifRange: string | undefined },
  file: { readonly bytes: number; readonly etag: string },
): AskedRange {
  const { range, ifRange } = headers;
  if (range === undefined || (ifRange !== undefined && ifRange !== file.etag))
    return { kind: 'whole' };
  const match = /^bytes=\s*(?:(\d{1,15})-(\d{1,15})?|-(\d{1,15}))\s*$/.exec(range);
  if (match === null) return { kind: 'whole' };
  const [, first, last, suffix] = match;
  if (suffix !== undefined) return lastBytes(Number(suffix), file.bytes);
  const start = Number(first);
  const end = Math.min(last === undefined ? Infinity : Number(last), file.bytes - 1);
  // "5-3" is no range at all.
  if (last !== undefined && Number(last) < start) return { kind: 'whole' };
  return start < file.bytes ? { kind: 'part', start, end } : { kind: 'unsatisfiable' };
}

function lastBytes(count: number, bytes: number): AskedRange {
  return count === 0 || bytes === 0
    ? { kind: 'unsatisfiable' }
    : { kind: 'part', start: Math.max(0, bytes - count), end: bytes - 1 };
}

/** A name for a saved file, of any letters (RFC 6266): plain ones first for old browsers. No lone surrogates. */
export function attachment(fileName: string): string {
  const letters = fileName
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\x20-\x7e]/gu, '_')
    .replaceAll('%', '_');
  // Without its other letters a name may be one that a system refuses.
  const plain = safeFileName(letters, 'download');
  const encoded = encodeURIComponent(fileName).replace(
    /['()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
