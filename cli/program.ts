import { Command, Option } from 'commander';
import type { CommandContext } from './context.js';
import { registerBench } from './commands/bench/index.js';
import { registerCompletion } from './commands/completion.js';
import { registerConfig } from './commands/config.js';
import { registerDemo } from './commands/demo/index.js';
import { registerDoctor } from './commands/doctor.js';
import { registerEvent } from './commands/event/index.js';
import { registerExport } from './commands/export/index.js';
import { registerIngest } from './commands/ingest.js';
import { registerMails } from './commands/mails/index.js';
import { registerOrders } from './commands/orders/index.js';
import { registerPayouts } from './commands/orders/payouts.js';
import { registerPacks } from './commands/packs/index.js';
import { registerPhotos } from './commands/photos.js';
import { registerPublish } from './commands/publish.js';
import { registerReports } from './commands/reports/index.js';
import { registerRestore } from './commands/restore.js';
import { registerSearch } from './commands/search.js';
import { registerSelling } from './commands/selling.js';
import { registerServe } from './commands/serve.js';
import { registerStartList } from './commands/startlist/index.js';
import { registerStatus } from './commands/status.js';
import { registerTagging } from './commands/tagging.js';
import { registerTakeDowns } from './commands/takedowns/index.js';
import { addExamples, helpConfiguration } from './help.js';
import { readVersion } from './version.js';

type Register = (program: Command, context: CommandContext) => void;

/** In the order of `--help`: what a photographer needs first comes first. */
const COMMANDS: readonly Register[] = [
  registerIngest,
  registerStatus,
  registerStartList,
  registerPhotos,
  registerSearch,
  registerTagging,
  registerRestore,
  registerPacks,
  registerPublish,
  registerOrders,
  registerPayouts,
  registerSelling,
  registerMails,
  registerTakeDowns,
  registerReports,
  registerEvent,
  registerExport,
  registerServe,
  registerDemo,
  registerConfig,
  registerDoctor,
  registerBench,
  registerCompletion,
];

/** The whole command line. Building it loads no command's own code: actions do. */
export function buildProgram(context: CommandContext): Command {
  const { help } = context.messages;
  const program = new Command('focusracer')
    .description(help.program.summary)
    .configureHelp(helpConfiguration(context.messages))
    // Errors are written by reportUsageError, in the language of the run.
    .configureOutput({ outputError: () => undefined })
    .exitOverride()
    .helpOption('-h, --help', help.program.help)
    .helpCommand('help [command]', help.program.helpCommand)
    .version(readVersion(), '-V, --version', help.program.version)
    .option('--json', help.program.json)
    .addOption(new Option('--lang <language>', help.program.language).choices(['en', 'fr']))
    .option('--debug', help.program.debug);
  addExamples(program, context, help.program.examples);
  program.addHelpText('after', `\n${help.program.moreHelp}`);

  for (const register of COMMANDS) register(program, context);
  return program;
}
