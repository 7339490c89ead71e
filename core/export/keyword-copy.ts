import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PhotoId } from '../domain/ids.js';
import type { EmbeddedMetadata, KeywordChanges, MetadataTool } from './exiftool.js';
import { fileReason, systemCode } from './file-errors.js';
import { hasSameScans } from './jpeg-scans.js';
import { mergeKeywords } from './merge-keywords.js';
import { mergeXmpKeywords, ownerOf, ownKeywordsOf } from './merge-xmp.js';
import { temporaryName, undefinedIfMissing, writeAtomically } from './write-atomically.js';

export interface KeywordCopy {
  readonly target: Buffer;
  /** A key of COPY_EXTENSIONS. */
  readonly format: CopyFormat;
  readonly keywords: readonly string[];
  /** Marks the copy, so that another photo's export leaves it alone. */
  readonly photoId: PhotoId;
  /** Bytes of the original, checked; an Error with the reason where they are not to be had. */
  readonly readOriginal: () => Promise<Uint8Array>;
}

export type CopyOutcome =
  | { readonly kind: 'created' | 'updated' | 'unchanged' }
  | { readonly kind: 'failed'; readonly reason: string };

/** ExifTool goes by the extension, which of a misnamed photo is another one. */
const COPY_EXTENSIONS = {
  jpeg: '.jpg',
  tiff: '.tif',
  png: '.png',
  webp: '.webp',
  avif: '.avif',
} as const;

export type CopyFormat = keyof typeof COPY_EXTENSIONS;

/** Raw photos keep their keywords in sidecars, where every raw converter looks for them. */
export function isCopyFormat(format: string): format is CopyFormat {
  return Object.hasOwn(COPY_EXTENSIONS, format);
}

/** IPTC IIM has a place in these alone; the others get XMP, which is read in all of them. */
const IPTC_FORMATS: ReadonlySet<CopyFormat> = new Set(['jpeg', 'tiff']);
/** IPTC IIM 4.2, dataset 2:25: a longer keyword would be cut. It is still in XMP. */
const IPTC_KEYWORD_BYTES = 64;

/**
 * Makes or updates a copy of a photo with its keywords in it, merged with those that are there.
 * It is made in `scratch` under a plain name, for the name of the photo may be any bytes, read
 * again to see that the keywords and the picture are the right ones, and only then moved.
 */
export async function makeKeywordCopy(
  tool: MetadataTool,
  scratch: string,
  copy: KeywordCopy,
): Promise<CopyOutcome> {
  const draft = join(scratch, temporaryName(COPY_EXTENSIONS[copy.format]));
  try {
    const existing = await readFile(copy.target).catch(undefinedIfMissing);
    const base = existing ?? (await copy.readOriginal());
    await writeFile(draft, base, { flag: 'wx' });
    const before = await tool.read(draft);
    if (existing !== undefined) await checkIsCopy(existing, before, copy);
    const plan = planCopy(before, copy);
    if (plan.iptcKeywords === undefined && plan.xmp === undefined) {
      if (existing !== undefined) return { kind: 'unchanged' };
    } else {
      await tool.write(draft, plan);
    }
    const written = await readFile(draft);
    verify(before, await tool.read(draft), copy);
    if (copy.format === 'jpeg' && !hasSameScans(base, written))
      throw new Error('the picture changed in writing');
    await writeAtomically(copy.target, written);
    return { kind: existing === undefined ? 'created' : 'updated' };
  } catch (error) {
    return { kind: 'failed', reason: reasonOf(error) };
  } finally {
    await rm(draft, { force: true });
  }
}

/** Throws where the file there is marked as another photo's, or unmarked and of another picture. */
async function checkIsCopy(
  existing: Buffer,
  metadata: EmbeddedMetadata,
  { format, photoId, readOriginal }: KeywordCopy,
): Promise<void> {
  const owner = ownerOf(metadata.xmp, [photoId]);
  if (owner === 'these') return;
  if (owner === 'unmarked') {
    const original = await readOriginal();
    if (existing.equals(original)) return;
    if (format === 'jpeg' && hasSameScans(existing, original)) return;
  }
  throw new Error('the file there is of another photo or another event');
}

/** What has to be written; `undefined` for what is right already. */
function planCopy(
  metadata: EmbeddedMetadata,
  { format, keywords, photoId }: KeywordCopy,
): KeywordChanges {
  const merge = mergeXmpKeywords(metadata.xmp, keywords, {
    theirs: metadata.iptcKeywords,
    owner: { photos: [photoId], mark: 'always' },
  });
  if (merge.kind === 'unreadable') throw new Error(`the XMP in it cannot be read: ${merge.reason}`);
  const iptc = mergeKeywords({
    existing: metadata.iptcKeywords,
    own: ownKeywordsOf(metadata.xmp),
    wanted: keywords.filter((keyword) => Buffer.byteLength(keyword) <= IPTC_KEYWORD_BYTES),
  });
  const isIptcRight = iptc.added.length === 0 && iptc.removed.length === 0;
  return {
    iptcKeywords:
      isIptcRight || !IPTC_FORMATS.has(format)
        ? undefined
        : [
            ...metadata.iptcKeywords.filter((keyword) => !iptc.removed.includes(keyword)),
            ...iptc.added,
          ],
    xmp: merge.kind === 'changed' ? merge.text : undefined,
  };
}

function verify(before: EmbeddedMetadata, after: EmbeddedMetadata, copy: KeywordCopy): void {
  const rest = planCopy(after, copy);
  if (
    after.picture !== before.picture ||
    rest.iptcKeywords !== undefined ||
    rest.xmp !== undefined
  ) {
    throw new Error('what was read back is not what was written');
  }
}

function reasonOf(error: unknown): string {
  if (systemCode(error) !== undefined) return fileReason(error);
  return error instanceof Error ? error.message : String(error);
}
