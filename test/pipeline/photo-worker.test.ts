import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { createPhotoPool } from '../../core/pipeline/photo-pool.js';
import type { PhotoTask } from '../../core/pipeline/photo-task.js';
import { createPhotoWorker } from '../../core/pipeline/photo-worker.js';
import { createWatermark } from '../../core/image/watermark.js';
import { compileCore } from '../support/compiled-core.js';
import { colourEngine } from '../support/ingest-world.js';

function taskOf(text: string): PhotoTask {
  return {
    bytes: new TextEncoder().encode(text),
    fileName: 'notes.txt',
    sha256: '0'.repeat(64),
    faces: 'off',
    blurThreshold: 0,
    retouch: false,
    watermarkText: 'made',
  };
}

describe('a worker of the pool', () => {
  it('gives the error of a thread back with its kind, code and hint', async () => {
    const compiled = await compileCore([
      'core/errors.ts',
      'core/domain',
      'core/image',
      'core/pipeline',
    ]);
    const workerFile = join(compiled.folder, 'modelless-worker.js');
    await writeFile(
      workerFile,
      `import { FocusError } from './core/errors.js';
       import { createPhotoWorker } from './core/pipeline/photo-worker.js';
       export const analysePhoto = createPhotoWorker(async () => {
         throw new FocusError('config', 'model.missing', 'No model', { hint: 'Run npm ci.' });
       });`,
    );
    const pool = createPhotoPool({
      workers: 1,
      workerFile: pathToFileURL(workerFile),
      modelCacheFolder: '',
    });
    try {
      await expect(pool.process(taskOf('photo'))).rejects.toMatchObject({
        name: 'FocusError',
        kind: 'config',
        code: 'model.missing',
        message: 'No model',
        hint: 'Run npm ci.',
      });
    } finally {
      await pool.close();
    }
  });

  it('loads its tools once, and again only where that failed', async () => {
    let loads = 0;
    const analyse = createPhotoWorker(async () => {
      loads += 1;
      if (loads === 1) throw new Error('the disk was away');
      return { vision: colourEngine, watermark: (text) => createWatermark({ kind: 'text', text }) };
    });
    await expect(analyse(taskOf('one'))).rejects.toThrow('the disk was away');
    expect(await analyse(taskOf('two'))).toMatchObject({ kind: 'unsupported' });
    expect(await analyse(taskOf('three'))).toMatchObject({ kind: 'unsupported' });
    expect(loads).toBe(2);
  });
});
