import { rm, writeFile } from 'node:fs/promises';
import { ExifTool, type WriteTags } from 'exiftool-vendored';
import { FocusError } from '../errors.js';

/** What is needed of a file to merge keywords into it, and to see that it was done. */
export interface EmbeddedMetadata {
  readonly iptcKeywords: readonly string[];
  /** The XMP packet as text. */
  readonly xmp: string | undefined;
  /** "JPEG 6000x4000": another file's answer would show here. */
  readonly picture: string;
}

export interface KeywordChanges {
  /** The whole list; `undefined` leaves IPTC as it is. */
  readonly iptcKeywords: readonly string[] | undefined;
  /** The whole packet; `undefined` leaves it as it is. */
  readonly xmp: string | undefined;
}

/** Both throw an Error with ExifTool's reason. Paths have no line breaks. */
export interface MetadataTool {
  read(path: string): Promise<EmbeddedMetadata>;
  /** Alters the file in place; needs room for another one beside it. */
  write(path: string, changes: KeywordChanges): Promise<void>;
}

/** More than the slowest disk needs for one photo. */
const TIMEOUT_MS = 120_000;

/**
 * Runs `work` with one long-lived ExifTool process, for starting one takes longer than a photo's
 * work. FocusError `config` `export.no-perl` where it cannot run: on Windows it brings what it
 * needs, elsewhere it needs Perl, of which Debian's perl-base is enough.
 */
export async function withMetadataTool<T>(work: (tool: MetadataTool) => Promise<T>): Promise<T> {
  const exiftool = new ExifTool({ maxProcs: 1, taskTimeoutMillis: TIMEOUT_MS, useMWG: false });
  try {
    await exiftool.version().catch((cause: unknown) => {
      throw new FocusError(
        'config',
        'export.no-perl',
        'ExifTool, which writes IPTC keywords, does not start',
        {
          hint:
            'Install Perl (Debian and Ubuntu: apt install perl; Fedora: dnf install perl; ' +
            'Alpine: apk add perl), or export XMP sidecars, which need nothing.',
          cause,
        },
      );
    });
    return await work({
      read: (path) => readMetadata(exiftool, path),
      write: (path, changes) => writeMetadata(exiftool, path, changes),
    });
  } finally {
    await exiftool.end();
  }
}

const READ_ARGUMENTS = [
  '-G0',
  '-b',
  // Else "1E5" and "12" come back as numbers.
  '-api',
  'StructFormat=JSONQ',
  '-XMP',
  '-IPTC:Keywords',
  '-ImageSize',
  '-MIMEType',
];

async function readMetadata(exiftool: ExifTool, path: string): Promise<EmbeddedMetadata> {
  const tags: Readonly<Record<string, unknown>> = await exiftool.readRaw(path, {
    readArgs: READ_ARGUMENTS,
  });
  const xmp = tags['XMP:XMP'];
  return {
    iptcKeywords: textsOf(tags['IPTC:Keywords']),
    xmp: typeof xmp === 'string' ? xmp : undefined,
    picture: [...textsOf(tags['File:MIMEType']), ...textsOf(tags['Composite:ImageSize'])].join(' '),
  };
}

/** ExifTool gives a list of one as the item itself. */
function textsOf(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).filter((item) => typeof item === 'string');
}

/** Re-encodes what IPTC there is, so that declaring it UTF-8 does not garble its accents (ExifTool FAQ 10). */
const IPTC_TO_UTF8 = [
  '-tagsFromFile',
  '@',
  '-IPTC:all',
  '--IPTC:Keywords',
  '--IPTC:CodedCharacterSet',
];

/** The package's own type knows these names without their group, where they would mean others too. */
type IptcTags = WriteTags & { 'IPTC:Keywords'?: string[]; 'IPTC:CodedCharacterSet'?: 'UTF8' };

async function writeMetadata(
  exiftool: ExifTool,
  path: string,
  changes: KeywordChanges,
): Promise<void> {
  const { iptcKeywords, xmp } = changes;
  const tags: IptcTags =
    iptcKeywords === undefined
      ? {}
      : { 'IPTC:Keywords': iptcKeywords.map(literally), 'IPTC:CodedCharacterSet': 'UTF8' };
  const xmpFile = `${path}.xmp`;
  try {
    if (xmp !== undefined) await writeFile(xmpFile, literally(xmp));
    const { updated } = await exiftool.write(path, tags, {
      writeArgs: [
        '-overwrite_original',
        ...(iptcKeywords === undefined ? [] : IPTC_TO_UTF8),
        ...(xmp === undefined ? [] : [`-XMP<=${xmpFile}`]),
      ],
    });
    if (updated !== 1) throw new Error('ExifTool did not write the keywords');
  } finally {
    await rm(xmpFile, { force: true });
  }
}

/** The package makes ExifTool resolve HTML references in all it writes, files included. */
function literally(text: string): string {
  return text.replaceAll('&', '&amp;');
}
