import type { Answer, Browser } from './browser.js';
import { rawRequest, type RawAnswer } from './raw-request.js';

const BOUNDARY = 'form-boundary';

export interface Part {
  readonly name: string;
  readonly fileName?: string;
  readonly content: Uint8Array | string;
}

/** A multipart form as it goes over the line, to be broken as a test likes. */
export function multipart(parts: readonly Part[]): Buffer {
  return Buffer.concat([
    ...parts.flatMap(({ name, fileName, content }) => {
      const file = fileName === undefined ? '' : `; filename="${fileName}"`;
      const head = `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"${file}\r\n\r\n`;
      return [Buffer.from(head), Buffer.from(content), Buffer.from('\r\n')];
    }),
    Buffer.from(`--${BOUNDARY}--\r\n`),
  ]);
}

/** Sends the form with a token of the page `path`, whose form it is. */
export async function sendUpload(
  browser: Browser,
  { url, path }: { readonly url: string; readonly path: string },
  body: Buffer,
  type = `multipart/form-data; boundary=${BOUNDARY}`,
): Promise<RawAnswer> {
  const page: Answer = await browser.get(path);
  const action = page.page.querySelector('form[enctype="multipart/form-data"]');
  const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const headers = { cookie, 'Content-Type': type, 'Content-Length': String(body.length) };
  return rawRequest(
    new URL(action?.getAttribute('action') ?? '', url),
    { ...headers, Accept: 'text/html' },
    { method: 'POST', body },
  );
}
