import { keywordKey } from './keywords.js';
import { mergeKeywords } from './merge-keywords.js';
import { applyEdits } from './text-edits.js';
import { listEdits } from './xmp-list-edits.js';
import {
  EMPTY_PACKET,
  OWN_KEYWORDS,
  OWN_PHOTOS,
  readXmpPacket,
  SUBJECT,
  type XmpPacket,
} from './xmp-packet.js';

export type XmpMerge =
  | { readonly kind: 'unchanged' }
  | {
      readonly kind: 'changed';
      readonly text: string;
      readonly added: readonly string[];
      readonly removed: readonly string[];
    }
  | { readonly kind: 'unreadable'; readonly reason: string };

/** The photos a packet is of, which it is marked with so that no other photo's export alters it. */
export interface XmpOwner {
  /** Their ids. */
  readonly photos: readonly string[];
  /** Beside keywords of ours only, or even without any. */
  readonly mark: 'with-keywords' | 'always';
}

/**
 * Brings the keywords (dc:subject) of an XMP packet up to date; see mergeKeywords for which stay.
 * Everything else in the text stays as it is, character for character. What Focus Racer wrote is
 * listed in `focusracer:Keywords`, which other programs carry along. `theirs` are keywords that the photo has elsewhere, in IPTC. `undefined` is a photo
 * without a packet. Text that is no XMP is `unreadable` and must be left alone.
 */
export function mergeXmpKeywords(
  existing: string | undefined,
  wanted: readonly string[],
  { theirs, owner }: { readonly theirs?: readonly string[]; readonly owner?: XmpOwner } = {},
): XmpMerge {
  const text = existing ?? EMPTY_PACKET;
  let packet: XmpPacket;
  try {
    packet = readXmpPacket(text);
  } catch (error) {
    return { kind: 'unreadable', reason: error instanceof Error ? error.message : String(error) };
  }
  const own = textsOf(packet.ownKeywords);
  const merge = mergeKeywords({ existing: textsOf(packet.subject), own, wanted, theirs });
  const before = new Set(own.map(keywordKey));
  const after = new Set(merge.own.map(keywordKey));
  const photos = textsOf(packet.ownPhotos);
  const isMarked =
    owner !== undefined && (owner.mark === 'always' || own.length > 0 || merge.own.length > 0);
  const marks = isMarked ? owner.photos : photos;
  const edits = listEdits(text, packet, [
    { property: SUBJECT, list: packet.subject, added: merge.added, removed: merge.removed },
    {
      property: OWN_KEYWORDS,
      list: packet.ownKeywords,
      added: merge.own.filter((keyword) => !before.has(keywordKey(keyword))),
      removed: own.filter((keyword) => !after.has(keywordKey(keyword))),
    },
    {
      property: OWN_PHOTOS,
      list: packet.ownPhotos,
      added: marks.filter((photo) => !photos.includes(photo)),
      removed: photos.filter((photo) => !marks.includes(photo)),
    },
  ]);
  if (edits.length === 0) return { kind: 'unchanged' };
  return {
    kind: 'changed',
    text: applyEdits(text, edits),
    added: merge.added,
    removed: merge.removed,
  };
}

/**
 * Whose keywords a packet holds that Focus Racer wrote earlier: `other` where they are of other
 * photos or another event's, or of nobody knows whom; `unmarked` where Focus Racer wrote nothing.
 */
export function ownerOf(
  existing: string | undefined,
  photos: readonly string[],
): 'these' | 'other' | 'unmarked' {
  if (existing === undefined) return 'unmarked';
  try {
    const packet = readXmpPacket(existing);
    const owners = textsOf(packet.ownPhotos);
    if (owners.some((owner) => photos.includes(owner))) return 'these';
    return owners.length === 0 && packet.ownKeywords === undefined ? 'unmarked' : 'other';
  } catch {
    return 'unmarked';
  }
}

/** The keywords that Focus Racer wrote into the packet earlier; none where it cannot be read. */
export function ownKeywordsOf(existing: string | undefined): string[] {
  if (existing === undefined) return [];
  try {
    return textsOf(readXmpPacket(existing).ownKeywords);
  } catch {
    return [];
  }
}

function textsOf(list: XmpPacket['subject']): string[] {
  return list?.items.map((item) => item.text) ?? [];
}
