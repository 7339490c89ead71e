import type { CommandContext } from '../context.js';
import type { IngestReporter } from './ingest-reporter.js';

/** JSON for programs, a drawn progress for a person at a terminal, plain lines elsewhere. */
export async function createIngestReporter(context: CommandContext): Promise<IngestReporter> {
  if (context.json) {
    const { createNdjsonReporter } = await import('./ndjson.js');
    return createNdjsonReporter(context);
  }
  if (context.terminal.showsProgress) {
    const { createTtyReporter } = await import('./tty.js');
    return createTtyReporter(context, process.stderr);
  }
  const { createPlainReporter } = await import('./plain.js');
  return createPlainReporter(context);
}
