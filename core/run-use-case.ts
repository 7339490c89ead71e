import { asDatabaseError } from './db/database-error.js';

/** Runs a use case of a module that is loaded only now. */
export async function run<Module, T>(
  loading: Promise<Module>,
  work: (module: Module) => Promise<T>,
): Promise<T> {
  return explained(work(await loading));
}

/** A database that stops in the middle is said so, not reported as a bug. */
export async function explained<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw asDatabaseError(error) ?? error;
  }
}

/** The same for what is read page by page. */
export async function* explainedEach<T>(items: AsyncIterable<T>): AsyncGenerator<T> {
  try {
    yield* items;
  } catch (error) {
    throw asDatabaseError(error) ?? error;
  }
}
