import { describe, expect, it } from 'vitest';
import type { KnownFile } from '../../core/db/queries/files.js';
import { isUnchanged } from '../../core/pipeline/plan.js';

const found = { bytes: 100, modifiedNs: 1_700_000_000_000_000_001n };

function known(changes: Partial<KnownFile> = {}): KnownFile {
  return { ...found, outcome: 'unsupported', photoId: undefined, ...changes };
}

describe('a file that was seen before', () => {
  it('is unchanged when size and time are the same', () => {
    expect(isUnchanged(found, known())).toBe(true);
  });

  it('is read again when its size changed', () => {
    expect(isUnchanged(found, known({ bytes: 99 }))).toBe(false);
  });

  it('is read again when its time changed by a nanosecond', () => {
    expect(isUnchanged(found, known({ modifiedNs: found.modifiedNs + 1n }))).toBe(false);
  });

  it('is tried again when it failed', () => {
    expect(isUnchanged(found, known({ outcome: 'failed' }))).toBe(false);
  });

  it('is new when there is no row', () => {
    expect(isUnchanged(found, undefined)).toBe(false);
  });
});
