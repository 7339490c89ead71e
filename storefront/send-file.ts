import { pipeline } from 'node:stream/promises';
import type { Request, Response } from 'express';
import type { Download, ZipDownload } from '../core/index.js';
import { attachment, readRange } from './content-range.js';

/** What belongs to one buyer is kept by no cache, and never shown within a page. */
const PRIVATE_HEADERS = {
  'Cache-Control': 'private, no-store',
  'Cross-Origin-Resource-Policy': 'same-origin',
} as const;

/** On the buyer's own page, which may look at it again for a while without asking. */
const LOOK_HEADERS = { ...PRIVATE_HEADERS, 'Cache-Control': 'private, max-age=600' } as const;

/** Sends a photo to be shown on the page of its order. */
export async function showPhoto(response: Response, download: Download): Promise<void> {
  const stream = await download.open();
  response.set({
    ...LOOK_HEADERS,
    'Content-Type': download.mediaType,
    'Content-Length': String(download.bytes),
  });
  await pipeline(stream, response).catch(ignoreLeaving);
}

/** Sends a photo, or the part of it that was asked for: a download that broke off goes on. */
export async function sendPhoto(
  request: Request,
  response: Response,
  download: Download,
): Promise<void> {
  const { bytes } = download;
  const etag = `"${download.tag}"`;
  const headers = { range: request.get('range'), ifRange: request.get('if-range') };
  const asked = readRange(headers, { bytes, etag });
  if (asked.kind === 'unsatisfiable') {
    response.set({ ...PRIVATE_HEADERS, 'Content-Range': `bytes */${bytes}` });
    response.status(416).end();
    return;
  }
  const part = asked.kind === 'part' ? asked : undefined;
  // Opened before anything is said: where that fails, a page says why.
  const stream = request.method === 'HEAD' ? undefined : await download.open(part);
  response.status(part === undefined ? 200 : 206).set({
    ...PRIVATE_HEADERS,
    'Content-Type': download.mediaType,
    'Content-Disposition': attachment(download.fileName),
    'Content-Length': String(part === undefined ? bytes : part.end - part.start + 1),
    'Accept-Ranges': 'bytes',
    ETag: etag,
    'Last-Modified': download.modifiedAt.toUTCString(),
  });
  if (part !== undefined) response.set('Content-Range', `bytes ${part.start}-${part.end}/${bytes}`);
  if (stream === undefined) response.end();
  else await pipeline(stream, response).catch(ignoreLeaving);
}

export async function sendZip(
  request: Request,
  response: Response,
  zip: ZipDownload,
): Promise<void> {
  response.set({
    ...PRIVATE_HEADERS,
    'Content-Type': 'application/zip',
    'Content-Disposition': attachment(zip.fileName),
    'Content-Length': String(zip.bytes),
  });
  if (request.method === 'HEAD') {
    response.end();
    return;
  }
  await pipeline(await zip.open(), response).catch(ignoreLeaving);
}

/** A buyer who goes away in the middle is no failure of ours. */
function ignoreLeaving(error: unknown): void {
  const isLeaving =
    error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE';
  if (!isLeaving) throw error;
}
