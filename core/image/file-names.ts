import { extname } from 'node:path';

/** What a name promises. The content decides; see identify. */
export type NameKind =
  | { readonly kind: 'photo' }
  | { readonly kind: 'raw'; readonly format: RawFormat }
  | { readonly kind: 'other'; readonly isRaw: boolean; readonly reason: string };

export type RawFormat = 'cr2' | 'cr3' | 'nef' | 'arw' | 'dng' | 'raf' | 'orf' | 'rw2';

const PHOTO_ENDINGS = new Set('.jpg .jpeg .jpe .jfif .mpo .png .webp .tif .tiff .avif'.split(' '));

const RAW_ENDINGS: ReadonlyMap<string, RawFormat> = new Map([
  ['.cr2', 'cr2'],
  ['.cr3', 'cr3'],
  ['.nef', 'nef'],
  ['.nrw', 'nef'],
  ['.arw', 'arw'],
  ['.dng', 'dng'],
  ['.raf', 'raf'],
  ['.orf', 'orf'],
  ['.rw2', 'rw2'],
]);

const OTHER_RAW_ENDINGS = new Set(
  '.pef .srw .3fr .fff .iiq .x3f .mrw .kdc .mef .mos .rwl .gpr .erf'.split(' '),
);

const OTHER_ENDINGS: readonly (readonly [endings: string, reason: string])[] = [
  ['.xmp .pp3 .dop .cos .on1 .thm .aae', 'sidecar of an editing program'],
  ['.mp4 .mov .m4v .avi .mkv .mts .m2ts .mpg .mpeg .webm .lrv .insv', 'video'],
  ['.wav .mp3 .m4a .aac .flac', 'sound'],
  ['.txt .md .log .rtf', 'text'],
  ['.csv .tsv .xls .xlsx .ods', 'table: a start list is imported with `startlist import`'],
  ['.heic .heif .hif', 'HEIC is not supported: export it as JPEG'],
  ['.psd .psb .ai .svg .xcf .afphoto', 'file of a drawing program: export it as JPEG'],
  ['.zip .rar .7z .tar .gz', 'archive: unpack it first'],
  ['.lrcat .lrdata .lrprev .db .ini .ctg .dat', 'file of a camera or a catalogue'],
];

/** Sorts a file by the ending of its name, whatever its case. */
export function kindByName(fileName: string): NameKind {
  const ending = extname(fileName).toLowerCase();
  if (PHOTO_ENDINGS.has(ending)) return { kind: 'photo' };
  const format = RAW_ENDINGS.get(ending);
  if (format !== undefined) return { kind: 'raw', format };
  if (OTHER_RAW_ENDINGS.has(ending)) {
    const reason = `${ending.slice(1).toUpperCase()} raw files are not supported: export them as JPEG`;
    return { kind: 'other', isRaw: true, reason };
  }
  const known = OTHER_ENDINGS.find(([endings]) => endings.split(' ').includes(ending))?.[1];
  return { kind: 'other', isRaw: false, reason: known ?? 'not a photo' };
}
