import { describe, expect, it, vi } from 'vitest';
import { createDrawings, digestOf } from '../../core/drawing/drawings.js';
import type { Drawing } from '../../core/drawing/drawing.js';

function world() {
  const objects = new Map<string, Uint8Array>();
  const store = {
    get: (key: string) => Promise.resolve(objects.get(key) ?? new Uint8Array()),
    head: (key: string) => {
      const bytes = objects.get(key)?.length;
      return Promise.resolve(bytes === undefined ? undefined : { key, bytes });
    },
    put: (key: string, body: Uint8Array) => {
      objects.set(key, body);
      return Promise.resolve({ key, bytes: body.length });
    },
    delete: (key: string) => {
      objects.delete(key);
      return Promise.resolve();
    },
  };
  const draw = vi.fn(async (prepare: () => Promise<Drawing>) =>
    Buffer.from((await prepare()).kind),
  );
  return { objects, draw, drawings: createDrawings(store, draw) };
}

const code = { kind: 'qr-code', address: 'https://photos.example.org/events/trail' } as const;
const kept = (isWanted = true) => ({
  key: 'events/1/drawn/code.png',
  prepare: () => Promise.resolve(code),
  isWanted: () => Promise.resolve(isWanted),
});

describe('a drawing that is kept', () => {
  it('is drawn once, for twenty at the same time and for whoever comes later', async () => {
    const { objects, draw, drawings } = world();
    const twenty = Array.from({ length: 20 }, (_, index) => drawings.keep(kept(), `v${index}`));
    await Promise.all(twenty);
    await drawings.keep(kept(), 'later');
    expect(draw).toHaveBeenCalledTimes(1);
    expect([...objects.keys()]).toEqual(['events/1/drawn/code.png']);
  });

  it('leaves nothing behind where it was deleted while it was drawn', async () => {
    const { objects, drawings } = world();
    expect(await drawings.keep(kept(false), 'ana')).toBeUndefined();
    expect(objects.size).toBe(0);
  });

  it('is drawn by the next where one could not', async () => {
    const { draw, drawings } = world();
    draw.mockRejectedValueOnce(new Error('too many wait'));
    await expect(drawings.keep(kept(), 'ana')).rejects.toThrow('too many wait');
    expect(await drawings.keep(kept(), 'bob')).toMatchObject({ bytes: 7 });
  });
});

describe('a drawing that is remembered', () => {
  it('is drawn once and lies on no disk', async () => {
    const { objects, draw, drawings } = world();
    await Promise.all([drawings.remember(code, 'ana'), drawings.remember({ ...code }, 'bob')]);
    expect(draw).toHaveBeenCalledTimes(1);
    expect(objects.size).toBe(0);
  });

  it('is told from others by all that it shows', () => {
    const other = { ...code, address: 'https://photos.example.org/events/trail?q=7' };
    expect(digestOf(code)).toBe(digestOf({ ...code }));
    expect(digestOf(code)).not.toBe(digestOf(other));
  });
});
