import { configureSharp } from './image/configure-sharp.js';
import { searchSelfie as search, type DescribeFaces } from './pipeline/search-selfie.js';
import type { SelfieAnswer, SelfieTask } from './pipeline/selfie-task.js';
import { openFaceDescriber } from './recognition/describe-faces.js';

// The composition root of the selfie thread: models are loaded at the first selfie and kept.
export const searchSelfie = createSelfieWorker();

function createSelfieWorker(): (task: SelfieTask) => Promise<SelfieAnswer> {
  let describer: Promise<DescribeFaces> | undefined;
  return async (task) => {
    describer ??= load();
    try {
      return await search(await describer, task);
    } catch (error) {
      // Where the models could not be loaded, the next selfie tries again.
      describer = undefined;
      throw error;
    }
  };
}

async function load(): Promise<DescribeFaces> {
  configureSharp();
  const { describe } = await openFaceDescriber();
  return describe;
}
