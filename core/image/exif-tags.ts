import type { Capture } from '../domain/photo.js';

/** Values by tag number (Exif 3.0, CIPA DC-008), as exifr reads them, and its two derived ones. */
export type ExifTags = Readonly<Record<string, unknown>>;

const TAG = {
  make: 0x010f,
  model: 0x0110,
  orientation: 0x0112,
  dateTimeOriginal: 0x9003,
  dateTimeDigitized: 0x9004,
  offsetTime: 0x9010,
  offsetTimeOriginal: 0x9011,
  offsetTimeDigitized: 0x9012,
  subSecOriginal: 0x9291,
  subSecDigitized: 0x9292,
  bodySerial: 0xa431,
  dngSerial: 0xc62f,
} as const;

export function parseExifTags(tags: ExifTags): {
  capture: Capture;
  orientation: number | undefined;
} {
  const original = text(tags, TAG.dateTimeOriginal);
  const isOriginal = original !== undefined;
  const clock = original ?? text(tags, TAG.dateTimeDigitized);
  const fraction = text(tags, isOriginal ? TAG.subSecOriginal : TAG.subSecDigitized);
  const offset = text(tags, isOriginal ? TAG.offsetTimeOriginal : TAG.offsetTimeDigitized);
  const position = parsePosition(tags.latitude, tags.longitude);
  return {
    capture: {
      local: clock === undefined ? undefined : parseClock(clock, fraction),
      offsetMinutes: parseOffset(offset ?? text(tags, TAG.offsetTime)),
      cameraMake: text(tags, TAG.make),
      cameraModel: text(tags, TAG.model),
      cameraSerial: text(tags, TAG.bodySerial) ?? text(tags, TAG.dngSerial),
      latitude: position?.latitude,
      longitude: position?.longitude,
    },
    orientation: parseOrientation(tags[TAG.orientation]),
  };
}

/** Databases refuse NUL, and terminals obey the other control characters. */
// eslint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u001f\u007f-\u009f]/g;

function text(tags: ExifTags, tag: number): string | undefined {
  const value = tags[tag];
  if (typeof value !== 'string') return undefined;
  const [beforeEnd = ''] = value.split('\0');
  const clean = beforeEnd.replace(CONTROL, '').trim().slice(0, 100);
  return clean === '' ? undefined : clean;
}

/** `2024:05:12 09:31:22` and "37" (hundredths) to `2024-05-12T09:31:22.370000`. */
function parseClock(clock: string, fraction: string | undefined): string | undefined {
  const match = /^(\d{4})[:-](\d\d)[:-](\d\d)[ T](\d\d:\d\d:\d\d)/.exec(clock);
  if (match === null) return undefined;
  const [, year, month, day, time] = match;
  const seconds = `${year}-${month}-${day}T${time}`;
  // A camera without a set clock writes the year 0, which no calendar has; a broken one 31 February.
  if (year === '0000') return undefined;
  const date = new Date(`${seconds}Z`);
  if (Number.isNaN(date.getTime()) || !date.toISOString().startsWith(seconds)) return undefined;
  const digits = /^\d+/.exec(fraction ?? '')?.[0] ?? '';
  return `${seconds}.${digits.slice(0, 6).padEnd(6, '0')}`;
}

function parseOffset(offset: string | undefined): number | undefined {
  if (offset === 'Z') return 0;
  const match = /^([+-])(\d\d):(\d\d)$/.exec(offset ?? '');
  if (match === null) return undefined;
  const minutes = Number(match[2]) * 60 + Number(match[3]);
  // The zones in use span -12:00 to +14:00.
  if (minutes > 14 * 60) return undefined;
  return match[1] === '-' ? 0 - minutes : minutes;
}

function parsePosition(
  latitude: unknown,
  longitude: unknown,
): { latitude: number; longitude: number } | undefined {
  if (typeof latitude !== 'number' || typeof longitude !== 'number') return undefined;
  if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) return undefined;
  // A receiver without a fix writes zeros: no race is run in the Gulf of Guinea.
  return latitude === 0 && longitude === 0 ? undefined : { latitude, longitude };
}

function parseOrientation(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 8
    ? value
    : undefined;
}
