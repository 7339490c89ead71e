import { pathToFileURL } from 'node:url';
import { compileCore } from './compiled-core.js';

/** What a side thread loads. */
const SOURCES = [
  'core/side-worker.ts',
  'core/drawing',
  'core/documents',
  'core/image',
  'core/domain',
  'core/domain/pricing',
  'core/errors.ts',
  'core/usecases/quote-cart.ts',
];

/** The file of a thread that draws, which reads no TypeScript. */
export async function compiledSideWorker(): Promise<URL> {
  const { pathOf } = await compileCore(SOURCES);
  return pathToFileURL(pathOf('core/side-worker.ts'));
}
