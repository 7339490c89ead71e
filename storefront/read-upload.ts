import { Busboy, type BusboyConfig } from '@fastify/busboy';
import type { IncomingMessage } from 'node:http';

export type Upload =
  | {
      readonly kind: 'read';
      readonly bytes: Uint8Array<ArrayBuffer>;
      readonly fields: ReadonlyMap<string, string>;
    }
  | { readonly kind: 'refused'; readonly reason: 'no-picture' | 'too-many-bytes' };

/**
 * One file of a multipart form, in memory, with the form's other fields. What follows the limit is
 * let pass by unread; a form that is none of this kind holds no picture.
 */
export async function readUpload(
  request: IncomingMessage,
  { file, mostBytes }: { readonly file: string; readonly mostBytes: number },
): Promise<Upload> {
  const type = request.headers['content-type'];
  if (type?.startsWith('multipart/form-data') !== true)
    return { kind: 'refused', reason: 'no-picture' };
  const fields = new Map<string, string>();
  const chunks: Buffer[] = [];
  // An object, for the compiler does not see a callback change a variable.
  const seen = { isTooLarge: false };
  const form = openForm({
    headers: { ...request.headers, 'content-type': type },
    // No limit of parts: the parser listens to no error of a part beyond it, which ends the process
    // where the form breaks off there. Parts beyond the other limits are let pass by as well.
    limits: { files: 1, fileSize: mostBytes, fields: 10, fieldSize: 1000 },
  });
  if (form === undefined) {
    request.resume();
    return { kind: 'refused', reason: 'no-picture' };
  }
  await new Promise<void>((resolve) => {
    form.on('field', (name, value) => void fields.set(name, value));
    form.on('file', (name, stream) => {
      // The form itself tells of the same error; unheard here, it would end the process.
      stream.on('error', () => undefined);
      if (name !== file) {
        stream.resume();
        return;
      }
      stream.on('data', (chunk: Buffer) => void chunks.push(chunk));
      stream.on('limit', () => {
        seen.isTooLarge = true;
        chunks.length = 0;
      });
    });
    form.on('finish', resolve);
    // A form that breaks off, by itself or with the visitor's line, holds no picture.
    const breakOff = (): void => {
      chunks.length = 0;
      request.unpipe(form);
      request.resume();
      resolve();
    };
    form.on('error', breakOff);
    request.on('error', breakOff);
    request.pipe(form);
  });
  if (seen.isTooLarge) return { kind: 'refused', reason: 'too-many-bytes' };
  const length = chunks.reduce((sum, chunk) => sum + chunk.length, 0);
  if (length === 0) return { kind: 'refused', reason: 'no-picture' };
  // A copy of its own: it is moved to the thread that reads it.
  const bytes = new Uint8Array(new ArrayBuffer(length));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return { kind: 'read', bytes, fields };
}

/** Undefined for a form that does not say where its parts begin and end. */
function openForm(config: BusboyConfig): Busboy | undefined {
  try {
    return new Busboy(config);
  } catch {
    return undefined;
  }
}
