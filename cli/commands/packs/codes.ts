import type { Command } from 'commander';
import { chooseEvent } from '../../choose-event.js';
import type { CommandContext } from '../../context.js';
import { addExamples } from '../../help.js';
import { printTable } from '../../print-table.js';
import { createFormat } from '../../terminal/format.js';
import { codeColumns, termsOf } from '../../views/pack-views.js';
import { withApp } from '../../with-app.js';
import { addEventOption, addUseLimits, wholeNumber, type EventOption } from '../options.js';

/** `packs codes`: what takes something off an order. */
export function registerPackCodes(packs: Command, context: CommandContext): void {
  const group = packs
    .command('codes')
    .description(context.messages.packs.help.codes.summary)
    .helpCommand(false);
  registerList(group, context);
  registerAdd(group, context);
  registerRemove(group, context);
}

function registerList(group: Command, context: CommandContext): void {
  const { messages, language } = context;
  const { list: help } = messages.packs.help.codes;
  const command = group
    .command('list')
    .description(help.summary)
    .action((options: EventOption) =>
      withApp(context, async (app) => {
        const event = await chooseEvent(app, options.event, context);
        const codes = await app.listDiscountCodes(event);
        const columns = codeColumns(messages, createFormat(language));
        await printTable(context, codes, columns, messages.packs.noCodes);
      }),
    );
  addEventOption(command, context);
  addExamples(command, context, help.examples);
}

interface AddOptions extends EventOption {
  readonly percent?: number;
  readonly amount?: string;
  readonly limit?: number;
  readonly until?: string;
  readonly perPerson?: number | 'any';
  readonly perBib?: number | 'any';
  readonly perDay?: number | 'any';
  readonly dryRun?: boolean;
}

function registerAdd(group: Command, context: CommandContext): void {
  const { messages, output, language } = context;
  const { codes: help, dryRun: dryRunHelp } = messages.packs.help;
  const command = group
    .command('add')
    .description(help.add.summary)
    .argument('<code>', help.code)
    .option('--percent <number>', help.add.percent, wholeNumber(1, context))
    .option('--amount <amount>', help.add.amount)
    .option('--limit <count>', help.add.limit, wholeNumber(1, context))
    .option('--until <date>', help.add.until)
    .option('--dry-run', dryRunHelp)
    .action((code: string, { event: named, dryRun = false, ...terms }: AddOptions) =>
      withApp(context, async (app) => {
        const event = await chooseEvent(app, named, context);
        const plan = await app.planDiscountCode({ event, code, ...terms });
        const added = dryRun ? undefined : await app.addDiscountCode(plan);
        if (context.json) {
          const { terms: planned, usesLimit, expiresAt, limits } = plan;
          const shown = {
            code: plan.code,
            terms: planned,
            usesLimit,
            expiresAt,
            limits,
            planned: true,
          };
          await output.json(added ?? shown);
          return;
        }
        const say = dryRun ? messages.packs.codeWouldBeAdded : messages.packs.codeAdded;
        output.talk(say(plan.code, termsOf(plan, createFormat(language))));
      }),
    );
  addUseLimits(command, context);
  addEventOption(command, context);
  addExamples(command, context, help.add.examples);
}

interface RemoveOptions extends EventOption {
  readonly dryRun?: boolean;
}

function registerRemove(group: Command, context: CommandContext): void {
  const { messages, output } = context;
  const { codes: help, dryRun: dryRunHelp } = messages.packs.help;
  const command = group
    .command('remove')
    .description(help.remove.summary)
    .argument('<code>', help.code)
    .option('--dry-run', dryRunHelp)
    .action((typed: string, { event: named, dryRun = false }: RemoveOptions) =>
      withApp(context, async (app) => {
        const event = await chooseEvent(app, named, context);
        const code = await app.findDiscountCode({ event, code: typed });
        if (!dryRun) await app.removeDiscountCode(code);
        const say = dryRun ? messages.packs.codeWouldBeRemoved : messages.packs.codeRemoved;
        if (context.json) await output.json({ ...code, removed: !dryRun });
        else output.talk(say(code.code));
      }),
    );
  addEventOption(command, context);
  addExamples(command, context, help.remove.examples);
}
