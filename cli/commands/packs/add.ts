import { Option, type Command } from 'commander';
import { chooseEvent } from '../../choose-event.js';
import type { CommandContext } from '../../context.js';
import { addExamples } from '../../help.js';
import { createFormat } from '../../terminal/format.js';
import { namePack } from '../../views/pack-views.js';
import { withApp } from '../../with-app.js';
import { addEventOption, addUseLimits, type EventOption } from '../options.js';

interface AddOptions extends EventOption {
  readonly price: string;
  readonly size?: 'web' | 'hd';
  readonly from?: string;
  readonly until?: string;
  readonly sponsor?: string;
  readonly frame?: string;
  readonly perPerson?: number | 'any';
  readonly perBib?: number | 'any';
  readonly perDay?: number | 'any';
  readonly dryRun?: boolean;
}

export function registerPacksAdd(group: Command, context: CommandContext): void {
  const { help } = context.messages.packs;
  const command = group
    .command('add')
    .description(help.add.summary)
    .argument('<content>', help.add.content)
    .requiredOption('--price <amount>', help.add.price)
    .addOption(new Option('--size <size>', help.add.size).choices(['hd', 'web']))
    .option('--from <date>', help.add.from)
    .option('--until <date>', help.add.until)
    .option('--sponsor <name>', help.add.sponsor)
    .option('--frame <picture>', help.add.frame)
    .option('--dry-run', help.dryRun)
    .action((content: string, options: AddOptions) => addPack(content, options, context));
  addUseLimits(command, context);
  addEventOption(command, context);
  addExamples(command, context, help.add.examples);
}

async function addPack(
  content: string,
  { dryRun = false, event: named, ...terms }: AddOptions,
  context: CommandContext,
): Promise<void> {
  const { messages, output } = context;
  await withApp(context, async (app) => {
    const event = await chooseEvent(app, named, context);
    const plan = await app.planPack({ event, content, ...terms });
    const added = dryRun ? undefined : await app.addPack(plan);
    if (context.json) {
      await output.json(added ?? { ...plan.terms, planned: true });
      return;
    }
    const say = dryRun ? messages.packs.wouldAdd : messages.packs.added;
    output.talk(say(...namePack(plan.terms, messages, createFormat(context.language))));
    if (added !== undefined) await output.line(added.id);
  });
}
