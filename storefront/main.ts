// The process of the storefront, started by `focusracer serve` or by itself.
import { openShop } from '../core/index.js';
import { announceFailure, announceListening } from './announce.js';
import { createLog } from './log.js';
import { runStorefront } from './run.js';

try {
  const shop = await openShop({ environment: process.env, workingFolder: process.cwd() });
  const log = createLog(shop.settings.logLevel);
  const storefront = await runStorefront(shop, log);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => void storefront.stop());
  }
  // The terminal or the parent is gone: nobody is left to stop us.
  process.on('disconnect', () => void storefront.stop());
  announceListening(storefront);
  await storefront.stopped;
  if (process.connected) process.disconnect();
} catch (error) {
  process.exitCode = announceFailure(error);
  if (process.connected) process.disconnect();
}
