import sharp from 'sharp';

/**
 * Prepares sharp for a pool in which every worker handles one photo at a time. To be called once
 * per worker: one thread per picture, since the pool already fills the cores, and no cache, since
 * no file is opened twice and a cache only makes memory grow.
 */
export function configureSharp(): void {
  sharp.concurrency(1);
  sharp.cache(false);
}
