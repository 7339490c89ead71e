import { answerPhoto, type PhotoAnswer } from './photo-pool.js';
import type { PhotoTask } from './photo-task.js';
import { processPhoto, type PhotoTools } from './process-photo.js';

/**
 * What the pool calls for every photo. The tools are loaded at the first one and kept; where that
 * fails, the next photo tries again.
 */
export function createPhotoWorker(
  loadTools: () => Promise<PhotoTools>,
): (task: PhotoTask) => Promise<PhotoAnswer> {
  let tools: Promise<PhotoTools> | undefined;

  async function loadedTools(): Promise<PhotoTools> {
    tools ??= loadTools();
    try {
      return await tools;
    } catch (error) {
      tools = undefined;
      throw error;
    }
  }

  return (task) => answerPhoto(loadedTools().then((loaded) => processPhoto(loaded, task)));
}
