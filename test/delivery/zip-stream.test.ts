import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { createWriteStream } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPromise } from 'yauzl';
import { zipStream, type ZipEntry } from '../../core/delivery/zip-stream.js';

const MEGABYTE = 2 ** 20;
const modifiedAt = new Date('2026-05-03T08:00:00Z');
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'focusracer-zip-'));
});
afterAll(() => rm(folder, { recursive: true }));

function entryOf(name: string, body: Uint8Array): ZipEntry {
  return { name, bytes: body.length, modifiedAt, open: async () => Readable.from([body]) };
}

async function save(entries: readonly ZipEntry[]): Promise<{ path: string; foretold: number }> {
  const path = join(folder, `${entries.length}.zip`);
  const zip = await zipStream(entries);
  await pipeline(zip.begin(), createWriteStream(path));
  return { path, foretold: zip.bytes };
}

/** Hash and name of each entry, as a reader of another make sees them. */
async function contentOf(path: string): Promise<string[]> {
  const zip = await openPromise(path, { lazyEntries: true });
  const content: string[] = [];
  for await (const entry of zip.eachEntry()) {
    const hash = createHash('sha256');
    for await (const chunk of await zip.openReadStreamPromise(entry)) hash.update(chunk as Buffer);
    content.push(`${hash.digest('hex')} ${entry.fileName}`);
  }
  return content;
}

describe('a ZIP of originals', () => {
  it('holds every byte under its name, and has the length that was foretold', async () => {
    const bodies = [randomBytes(200_000), Buffer.alloc(0), randomBytes(1)];
    const names = ['IMG_1.JPG', 'Foulées d’été.jpg', 'c (2).jpg'];
    const { path, foretold } = await save(
      bodies.map((body, index) => entryOf(names[index] ?? '', body)),
    );
    expect((await stat(path)).size).toBe(foretold);
    expect(await contentOf(path)).toEqual(
      bodies.map(
        (body, index) => `${createHash('sha256').update(body).digest('hex')} ${names[index]}`,
      ),
    );
  });

  it('has the length that was foretold with thousands of photos too', async () => {
    const entries = Array.from({ length: 2000 }, (_, index) =>
      entryOf(`IMG_${index}.JPG`, Buffer.from(String(index))),
    );
    const { path, foretold } = await save(entries);
    expect((await stat(path)).size).toBe(foretold);
    expect(await contentOf(path)).toHaveLength(2000);
  });

  it('opens one photo at a time, and only as fast as it is read', async () => {
    let opened = 0;
    const entries = Array.from({ length: 20 }, (_, index) => ({
      ...entryOf(`${index}.jpg`, randomBytes(MEGABYTE)),
      open: async () => {
        opened += 1;
        return Readable.from(Array.from({ length: 64 }, () => Buffer.alloc(MEGABYTE / 64)));
      },
    }));
    const stream = (await zipStream(entries)).begin();
    await once(stream, 'readable');
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(opened).toBe(1);
    stream.destroy();
  });

  it('closes the photo in hand when the buyer goes away', async () => {
    const source = new Readable({ read: () => undefined });
    source.push(Buffer.alloc(1000));
    const zip = await zipStream([
      { name: 'a.jpg', bytes: 5000, modifiedAt, open: async () => source },
    ]);
    const stream = zip.begin();
    await once(stream, 'readable');
    const closed = once(source, 'close');
    stream.destroy();
    await closed;
  });

  it.each([
    ['cannot be opened', async () => Promise.reject(new Error('gone'))],
    [
      'breaks in the middle',
      async () =>
        new Readable({
          read() {
            this.destroy(new Error('gone'));
          },
        }),
    ],
    ['has another length than it had', async () => Readable.from([Buffer.alloc(9)])],
  ])('breaks off where a photo %s: half a ZIP never ends well', async (_, open) => {
    const zip = await zipStream([{ name: 'a.jpg', bytes: 10, modifiedAt, open }]);
    await expect(
      pipeline(zip.begin(), new Writable({ write: (_c, _e, done) => done() })),
    ).rejects.toThrow(/gone|unexpected number of bytes/);
  });

  it('takes little memory for 200 originals of 8 MB', async () => {
    const chunk = randomBytes(65_536);
    const open = async (): Promise<Readable> => {
      let left = 128;
      return new Readable({
        read() {
          // A copy, as a file would give: memory that has to be let go again.
          this.push(left > 0 ? Buffer.from(chunk) : null);
          left -= 1;
        },
      });
    };
    const entries = Array.from({ length: 200 }, (_, index) => ({
      name: `IMG_${index}.JPG`,
      bytes: 8 * MEGABYTE,
      modifiedAt,
      open,
    }));
    const before = process.memoryUsage().rss;
    let peak = before;
    let bytes = 0;
    const zip = await zipStream(entries);
    await pipeline(
      zip.begin(),
      new Writable({
        write(part: Buffer, _encoding, done) {
          bytes += part.length;
          peak = Math.max(peak, process.memoryUsage.rss());
          setImmediate(done);
        },
      }),
    );
    expect(bytes).toBe(zip.bytes);
    expect(bytes).toBeGreaterThan(1600 * MEGABYTE);
    expect((peak - before) / MEGABYTE).toBeLessThan(100);
  });
});
