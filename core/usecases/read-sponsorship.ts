import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import type { EventId } from '../domain/ids.js';
import { frameKey } from '../domain/object-keys.js';
import type { Pack, Sponsorship } from '../domain/pack.js';
import { FocusError } from '../errors.js';
import { readSponsorFrame, type SponsorFrame } from '../image/sponsor-frame.js';

/** As it was given with the command. */
export interface SponsorRequest {
  readonly sponsor?: string | undefined;
  /** Path of a PNG. */
  readonly frame?: string | undefined;
}

export interface ReadSponsorship extends Sponsorship {
  readonly frame: SponsorFrame;
}

const LONGEST_NAME = 60;
const MOST_BYTES = 20_000_000;

/** Undefined for a pack without sponsor. @throws FocusError `input` where a part is missing, unusable, or of no use. */
export async function readSponsorship(
  eventId: EventId,
  kind: Pack['kind'],
  request: SponsorRequest,
): Promise<ReadSponsorship | undefined> {
  const sponsor = request.sponsor?.trim().replace(/\s+/gu, ' ') ?? '';
  const { frame: path } = request;
  if (kind !== 'sponsored') {
    if (request.sponsor === undefined && path === undefined) return undefined;
    throw new FocusError('input', 'pack.not-sponsored', 'Only a sponsored photo has a frame', {
      hint: 'focusracer packs add sponsored --price 0 --sponsor <name> --frame <picture.png>',
    });
  }
  if (sponsor === '' || sponsor.length > LONGEST_NAME || path === undefined) {
    throw new FocusError(
      'input',
      'pack.no-frame',
      'A sponsored photo needs a sponsor and a frame',
      {
        hint: `Give --frame with a PNG, and --sponsor with a name of up to ${LONGEST_NAME} characters.`,
      },
    );
  }
  const frame = await readSponsorFrame(await readBytes(path));
  const hash = createHash('sha256').update(frame.png).digest('hex');
  return { sponsor, frameKey: frameKey(eventId, hash), frame };
}

async function readBytes(path: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(path);
    if (size <= MOST_BYTES) return await readFile(path);
  } catch (cause) {
    throw new FocusError('not-found', 'frame.no-file', `The frame ${path} cannot be read`, {
      hint: 'Check the path of the file.',
      cause,
    });
  }
  throw new FocusError('input', 'frame.too-large', `The frame ${path} is too large`, {
    hint: 'A frame has at most 20 MB.',
  });
}
