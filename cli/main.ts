// The entry that bin/focusracer loads.
import { readGlobalOptions } from './global-options.js';
import { createProcessContext } from './process-context.js';
import { runCommand } from './run-command.js';

const argv = process.argv.slice(2);
const context = createProcessContext(readGlobalOptions(argv, process.env));
process.exitCode = await runCommand(argv, context);
context.interruption.stopListening();
