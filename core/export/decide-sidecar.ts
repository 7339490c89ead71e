import { readFile, stat } from 'node:fs/promises';
import type { PhotoId } from '../domain/ids.js';
import { fileReason } from './file-errors.js';
import { mergeXmpKeywords, ownerOf, type XmpMerge } from './merge-xmp.js';
import { undefinedIfMissing } from './write-atomically.js';

export interface SidecarPlace {
  /** The sidecar is the first of these that is there; where none is, the first is made. */
  readonly targets: readonly [Buffer, ...Buffer[]];
  /** Where none is there, the new one begins as a copy of the first of these. They are not written. */
  readonly models: readonly Buffer[];
  /** Whether other photos' sidecars may stand there: then it is marked, and none but ours altered. */
  readonly isShared: boolean;
}

export type SidecarDecision = XmpMerge & { readonly target: Buffer; readonly isNew: boolean };

type FoundSidecar =
  | { readonly kind: 'text'; readonly path: Buffer; readonly text: string }
  | { readonly kind: 'unreadable'; readonly path: Buffer; readonly reason: string };

/** Far more than the largest sidecars, those with the masks of local corrections. */
const MAXIMUM_BYTES = 64 * 1024 * 1024;

/** Reads the sidecar there is and says what has to become of it; one that must stay is `unreadable`. Writes nothing. */
export async function decideSidecar(
  place: SidecarPlace,
  keywords: readonly string[],
  photos: readonly PhotoId[],
): Promise<SidecarDecision> {
  const existing = await firstSidecar(place.targets);
  const found = existing ?? (await firstSidecar(place.models));
  const where = { target: existing?.path ?? place.targets[0], isNew: existing === undefined };
  if (found?.kind === 'unreadable') return { ...where, kind: 'unreadable', reason: found.reason };
  if (!place.isShared) return { ...where, ...mergeXmpKeywords(found?.text, keywords) };
  if (existing?.kind === 'text' && ownerOf(existing.text, photos) === 'other') {
    return { ...where, kind: 'unreadable', reason: 'it is of another photo or another event' };
  }
  const owner = { photos, mark: 'with-keywords' } as const;
  return { ...where, ...mergeXmpKeywords(found?.text, keywords, { owner }) };
}

async function firstSidecar(paths: readonly Buffer[]): Promise<FoundSidecar | undefined> {
  for (const path of paths) {
    const found = await readSidecar(path);
    if (found !== undefined) return found;
  }
  return undefined;
}

async function readSidecar(path: Buffer): Promise<FoundSidecar | undefined> {
  try {
    const stats = await stat(path).catch(undefinedIfMissing);
    if (stats === undefined) return undefined;
    if (!stats.isFile()) return { kind: 'unreadable', path, reason: 'it is no file' };
    if (stats.size > MAXIMUM_BYTES) {
      return { kind: 'unreadable', path, reason: `it has more than ${MAXIMUM_BYTES} bytes` };
    }
    const text = decodeUtf8(await readFile(path));
    return text === undefined
      ? { kind: 'unreadable', path, reason: 'it is not UTF-8 text' }
      : { kind: 'text', path, text };
  } catch (error) {
    return { kind: 'unreadable', path, reason: fileReason(error) };
  }
}

/** Keeps a byte order mark, which has to be written back. */
function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
