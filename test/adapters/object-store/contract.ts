import { createHash, randomBytes } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Sha256 } from '../../../core/domain/ids.js';
import type { ObjectStore } from '../../../core/ports/object-store.js';

/** What every driver's test provides. */
export interface ObjectStoreHarness {
  readonly store: ObjectStore;
  /** What somebody who has only the link receives; `undefined` when they are turned away. */
  follow(url: string): Promise<Uint8Array | undefined>;
  /** Lets time go by for links. */
  elapse(seconds: number): Promise<void>;
  close(): Promise<void>;
}

const sha256 = (body: Uint8Array) => createHash('sha256').update(body).digest('hex') as Sha256;

async function keysOf(store: ObjectStore, prefix: string): Promise<string[]> {
  const keys: string[] = [];
  for await (const { key } of store.list(prefix)) keys.push(key);
  return keys;
}

/** What the port promises, for any driver. */
export function describeObjectStore(name: string, open: () => Promise<ObjectStoreHarness>): void {
  describe(`${name} as an object store`, () => {
    let harness: ObjectStoreHarness;
    let store: ObjectStore;
    beforeAll(async () => {
      harness = await open();
      ({ store } = harness);
    });
    afterAll(() => harness.close());

    it('gives back byte for byte what was put, whatever the bytes', async () => {
      await fc.assert(
        fc.asyncProperty(fc.uint8Array({ maxLength: 5000 }), async (body) => {
          const info = await store.put('bytes/any', body, { sha256: sha256(body) });
          expect(info).toEqual({ key: 'bytes/any', bytes: body.length });
          expect(Buffer.from(await store.get('bytes/any')).equals(Buffer.from(body))).toBe(true);
          expect(await store.head('bytes/any')).toEqual(info);
        }),
        { numRuns: 25 },
      );
    });

    it('keeps an object of several megabytes whole', async () => {
      const body = randomBytes(6 * 1024 * 1024 + 7);
      await store.put('bytes/large', body, { sha256: sha256(body) });
      expect(sha256(await store.get('bytes/large'))).toBe(sha256(body));
      expect(sha256(await buffer(await store.stream('bytes/large')))).toBe(sha256(body));
    });

    it('replaces an object that is put again', async () => {
      await store.put('again', Buffer.from('first, and longer'));
      await store.put('again', Buffer.from('second'));
      expect(Buffer.from(await store.get('again')).toString()).toBe('second');
    });

    it('refuses bytes that do not match their hash, and keeps what was there', async () => {
      await store.put('hashed', Buffer.from('right'));
      const wrong = store.put('hashed', Buffer.from('wrong'), {
        sha256: sha256(Buffer.from('other')),
      });
      await expect(wrong).rejects.toMatchObject({ kind: 'unavailable', code: 'object.damaged' });
      expect(Buffer.from(await store.get('hashed')).toString()).toBe('right');
    });

    it('says that an object is missing', async () => {
      const missing = { kind: 'not-found', code: 'object.missing' };
      await expect(store.get('no/such')).rejects.toMatchObject(missing);
      await expect(store.stream('no/such')).rejects.toMatchObject(missing);
      await expect(store.stream('no/such', { start: 0, end: 1 })).rejects.toMatchObject(missing);
      expect(await store.head('no/such')).toBeUndefined();
    });

    it('takes a folder of keys for no object', async () => {
      await store.put('folder/of/keys', Buffer.from('x'));
      expect(await store.head('folder/of')).toBeUndefined();
      await expect(store.get('folder/of')).rejects.toMatchObject({ code: 'object.missing' });
      await store.delete('folder/of');
      expect(await store.head('folder/of/keys')).toBeDefined();
    });

    it('streams a range with both ends included, cut at the end of the object', async () => {
      await store.put('range', Buffer.from('0123456789'));
      const read = async (start: number, end: number) =>
        (await buffer(await store.stream('range', { start, end }))).toString();
      expect(await read(0, 0)).toBe('0');
      expect(await read(2, 5)).toBe('2345');
      expect(await read(7, 999)).toBe('789');
    });

    it.each([
      [10, 12],
      [-1, 3],
      [5, 4],
      [0.5, 2],
    ])('refuses the range %s to %s of ten bytes', async (start, end) => {
      await store.put('range', Buffer.from('0123456789'));
      await expect(store.stream('range', { start, end })).rejects.toMatchObject({
        kind: 'input',
        code: 'object.bad-range',
      });
    });

    it('deletes, and finds nothing wrong in deleting again', async () => {
      await store.put('gone/soon', Buffer.from('x'));
      await store.delete('gone/soon');
      await store.delete('gone/soon');
      expect(await store.head('gone/soon')).toBeUndefined();
      expect(await keysOf(store, 'gone/')).toEqual([]);
    });

    it('lists by prefix in the order of keys, also in the middle of a segment', async () => {
      const keys = [
        'list/a.jpg',
        'list/a/b.jpg',
        'list/a/c/d.jpg',
        'list/B.jpg',
        'list/ab.jpg',
        'list/a-b/x',
      ];
      for (const key of keys) await store.put(key, Buffer.from(key));
      const sorted = [...keys].sort();
      expect(await keysOf(store, 'list/')).toEqual(sorted);
      expect(await keysOf(store, 'list/a')).toEqual(
        sorted.filter((key) => key.startsWith('list/a')),
      );
      expect(await keysOf(store, 'list/a/')).toEqual(['list/a/b.jpg', 'list/a/c/d.jpg']);
      expect(await keysOf(store, 'list/a.jpg')).toEqual(['list/a.jpg']);
      expect(await keysOf(store, 'list/none')).toEqual([]);
      for await (const { key, bytes } of store.list('list/')) expect(bytes).toBe(key.length);
    });

    it('lists the keys it holds and no others, whatever these are', async () => {
      const segment = fc.stringMatching(/^[a-z0-9_-]{1,6}$/);
      const key = fc
        .array(segment, { minLength: 1, maxLength: 3 })
        .map((segments) => `${segments.join('/')}.bin`);
      await fc.assert(
        fc.asyncProperty(fc.uniqueArray(key, { maxLength: 12 }), async (keys) => {
          for (const one of keys) await store.put(`any/${one}`, Buffer.from('x'));
          expect(await keysOf(store, 'any/')).toEqual(keys.map((one) => `any/${one}`).sort());
          for (const one of keys) await store.delete(`any/${one}`);
        }),
        { numRuns: 15 },
      );
    });

    it.each([
      '',
      '/',
      '/a',
      'a/',
      'a//b',
      '.',
      '..',
      '../a',
      'a/..',
      'a/../b',
      'a/./b',
      'a b',
      'a\\b',
      'a\0b',
      'é',
      'a%2f',
      '~',
      'C:',
      'x'.repeat(513),
    ])('refuses the key %j', async (key) => {
      const refusal = { kind: 'input', code: 'object.bad-key' };
      await expect(store.put(key, Buffer.from('x'))).rejects.toMatchObject(refusal);
      await expect(store.get(key)).rejects.toMatchObject(refusal);
      await expect(store.stream(key)).rejects.toMatchObject(refusal);
      await expect(store.head(key)).rejects.toMatchObject(refusal);
      await expect(store.delete(key)).rejects.toMatchObject(refusal);
      await expect(store.signedUrl(key, { expiresInSeconds: 60 })).rejects.toMatchObject(refusal);
    });

    it.each(['../', 'a/../', '/', 'a//', 'a b'])('refuses the prefix %j', async (prefix) => {
      await expect(keysOf(store, prefix)).rejects.toMatchObject({
        kind: 'input',
        code: 'object.bad-key',
      });
    });

    it('shows a reader one whole object while it is replaced again and again', async () => {
      const bodies = ['a', 'b', 'c'].map((letter) => Buffer.alloc(200_000, letter));
      await store.put('replaced', Buffer.alloc(200_000, 'z'));
      const writes = Promise.all(bodies.map((body) => store.put('replaced', body)));
      for (let read = 0; read < 20; read += 1) {
        const seen = Buffer.from(await store.get('replaced'));
        expect(seen.equals(Buffer.alloc(200_000, seen[0]))).toBe(true);
      }
      await writes;
    });

    it('takes puts and deletes in the same place at once', async () => {
      const one = async (index: number) => {
        await store.put(`busy/x/${index}`, Buffer.from('x'));
        await store.delete(`busy/x/${index}`);
      };
      await Promise.all(Array.from({ length: 30 }, (_, index) => one(index)));
      expect(await keysOf(store, 'busy/')).toEqual([]);
    });

    it('signs a link that gives the object until it expires', async () => {
      await store.put('linked/photo.jpg', Buffer.from('the photo'));
      const url = await store.signedUrl('linked/photo.jpg', {
        expiresInSeconds: 60,
        fileName: 'Léa & "Tom".jpg',
      });
      expect(Buffer.from((await harness.follow(url)) ?? []).toString()).toBe('the photo');
      await harness.elapse(61);
      expect(await harness.follow(url)).toBeUndefined();
    });

    it('gives nothing to who alters a link anywhere', async () => {
      await store.put('linked/one.jpg', Buffer.from('one'));
      await store.put('linked/two.jpg', Buffer.from('two'));
      const url = await store.signedUrl('linked/one.jpg', { expiresInSeconds: 60 });
      expect(await harness.follow(url)).toBeDefined();
      expect(await harness.follow(url.replace('one.jpg', 'two.jpg'))).toBeUndefined();
      const digits = [...url.matchAll(/\d/g)]
        .map((match) => match.index)
        .filter((index) => index > url.indexOf('?'));
      for (const index of digits) {
        const digit = (Number(url[index]) + 1) % 10;
        expect(
          await harness.follow(`${url.slice(0, index)}${digit}${url.slice(index + 1)}`),
        ).toBeUndefined();
      }
      expect(await harness.follow(url.split('?')[0] ?? '')).toBeUndefined();
    });
  });
}
