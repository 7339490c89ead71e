import { mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { resolveRoot } from '../../core/pipeline/resolve-root.js';
import { rootError } from '../../core/pipeline/root-error.js';

let home: string;

beforeAll(async () => {
  home = await realpath(await mkdtemp(join(tmpdir(), 'focusracer-root-')));
});
afterAll(async () => {
  await rm(home, { recursive: true });
});

describe('the folder to scan', () => {
  it('is told by its one name, whatever links lead to it', async () => {
    await symlink(home, join(home, 'link'));
    expect(await resolveRoot(join(home, 'link', '.'))).toBe(home);
  });

  it('is said to be missing only where it is', async () => {
    await symlink('loop', join(home, 'loop'));
    await writeFile(join(home, 'file'), '');
    await expect(resolveRoot(join(home, 'none'))).rejects.toMatchObject({ kind: 'not-found' });
    await expect(resolveRoot(join(home, 'loop'))).rejects.toMatchObject({
      kind: 'input',
      code: 'scan.link-loop',
    });
    await expect(resolveRoot(join(home, 'file', 'below'))).rejects.toMatchObject({ kind: 'input' });
  });

  it('is forbidden where the system says so', () => {
    // A test may run as root, whom no folder is closed to.
    const refused = Object.assign(new Error('permission denied'), { code: 'EACCES' });
    expect(rootError('/race', refused)).toMatchObject({ kind: 'forbidden' });
  });
});
