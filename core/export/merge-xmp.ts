import { keywordKey } from './keywords.js';
import { mergeKeywords } from './merge-keywords.js';
import { applyEdits } from './text-edits.js';
import { listEdits } from './xmp-list-edits.js';
import {
  EMPTY_PACKET,
  OWN_KEYWORDS,
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

/**
 * Brings the keywords (dc:subject) of an XMP packet up to date; see mergeKeywords for which stay.
 * Everything else in the text stays as it is, character for character. What Focus Racer wrote is
 * listed in `focusracer:Keywords`, which other programs carry along. `undefined` is a photo
 * without a packet; `theirs` are keywords that it has elsewhere, in IPTC. Text that is no XMP is `unreadable` and must be left alone.
 */
export function mergeXmpKeywords(
  existing: string | undefined,
  wanted: readonly string[],
  theirs?: readonly string[],
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
  const edits = listEdits(text, packet, [
    { property: SUBJECT, list: packet.subject, added: merge.added, removed: merge.removed },
    {
      property: OWN_KEYWORDS,
      list: packet.ownKeywords,
      added: merge.own.filter((keyword) => !before.has(keywordKey(keyword))),
      removed: own.filter((keyword) => !after.has(keywordKey(keyword))),
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
