import { PassThrough, type Readable } from 'node:stream';
import { ZipFile } from 'yazl';

export interface ZipEntry {
  /** Relative, with `/`; distinct within the ZIP. */
  readonly name: string;
  readonly bytes: number;
  readonly modifiedAt: Date;
  open(): Promise<Readable>;
}

export interface ZipStream {
  /** Of the whole ZIP. */
  readonly bytes: number;
  /** Opens the first entry. Destroying the stream closes the entry that is being read. To be called once. */
  begin(): Readable;
}

/**
 * A ZIP that is written while it is read: one entry is open at a time, nothing is buffered but
 * what the reader has not taken yet. Entries are stored as they are, for photos are compressed already,
 * and the length is known before the first byte. An entry that cannot be read, or has another length than
 * was said, destroys the stream: a reader never takes half a ZIP for a whole one.
 */
export async function zipStream(entries: readonly ZipEntry[]): Promise<ZipStream> {
  const zip = new ZipFile();
  const output = new PassThrough();
  let current: Readable | undefined;
  let begin: () => void = () => undefined;
  const begun = new Promise<void>((resolve) => {
    begin = resolve;
  });
  const fail = (error: unknown): void => {
    output.destroy(error instanceof Error ? error : new Error(String(error)));
  };
  zip.on('error', fail);
  output.on('close', () => current?.destroy());

  const open = async (entry: ZipEntry): Promise<Readable> => {
    await begun;
    const stream = await entry.open();
    // yazl looks at the end of an entry alone.
    stream.on('error', fail);
    current = stream;
    if (output.destroyed) stream.destroy();
    return stream;
  };
  for (const entry of entries) {
    zip.addReadStreamLazy(
      entry.name,
      { size: entry.bytes, mtime: entry.modifiedAt, compress: false },
      (callback) => void open(entry).then((stream) => callback(null, stream), fail),
    );
  }
  const bytes = await new Promise<number>((resolve, reject) => {
    zip.on('error', reject);
    // The library's own types leave out the size that it calls back with.
    const told = (size: number): void => resolve(size);
    zip.end({ forceZip64Format: isLargeDirectory(entries), comment: '' }, told as () => void);
  });
  zip.outputStream.pipe(output);
  return {
    bytes,
    begin() {
      begin();
      return output;
    },
  };
}

/** What yazl 3 writes for an entry in the directory, besides its name. */
const DIRECTORY_ENTRY_BYTES = 46 + 9;

/**
 * From 64 kB of directory on, yazl 3 counts the fields of the ZIP64 format in the length that it
 * foretells, but writes them only when it is told to.
 */
function isLargeDirectory(entries: readonly ZipEntry[]): boolean {
  const bytes = entries.reduce(
    (sum, { name }) => sum + DIRECTORY_ENTRY_BYTES + Buffer.byteLength(name),
    0,
  );
  return bytes >= 0xffff;
}
