import type { Command } from 'commander';
import type { DescribedSetting } from '../../core/index.js';
import type { CommandContext } from '../context.js';
import { addExamples } from '../help.js';
import { printTable } from '../print-table.js';

export function registerConfig(program: Command, context: CommandContext): void {
  const { messages, output } = context;
  const { config: help } = messages.help;
  const { columns, config: talk } = messages.talk;
  const group = program.command('config').description(help.summary).helpCommand(false);

  const list = group
    .command('list')
    .description(help.list.summary)
    .action(async () => {
      const settingColumns = [
        { title: columns.setting, cell: (setting: DescribedSetting) => setting.key },
        { title: columns.value, cell: (setting: DescribedSetting) => setting.value },
        { title: columns.from, cell: (setting: DescribedSetting) => setting.place },
      ];
      await printTable(context, await describeSettings(context), settingColumns, '');
    });
  addExamples(list, context, help.list.examples);

  const get = group
    .command('get')
    .description(help.get.summary)
    .argument('<key>', help.key)
    .action(async (name: string) => {
      const { checkSettingKey } = await import('../../core/index.js');
      const key = checkSettingKey(name, 'config get');
      const setting = (await describeSettings(context)).find((one) => one.key === key);
      if (context.json) await output.json(setting);
      else await output.line(setting?.value ?? '');
    });
  addExamples(get, context, help.get.examples);

  const set = group
    .command('set')
    .description(help.set.summary)
    .argument('<key>', help.key)
    .argument('<value>', help.value)
    .action(async (name: string, text: string) => {
      const { locateDataHome, setConfig } = await import('../../core/index.js');
      const home = locateDataHome(context.environment);
      const { key } = setConfig(home, name, text, process.cwd());
      output.talk(talk.set(key, await shownValue(key, context)));
    });
  addExamples(set, context, help.set.examples);

  const unset = group
    .command('unset')
    .description(help.unset.summary)
    .argument('<key>', help.key)
    .action(async (name: string) => {
      const { locateDataHome, unsetConfig } = await import('../../core/index.js');
      unsetConfig(locateDataHome(context.environment), name);
      output.talk(talk.unset(name));
    });
  addExamples(unset, context, help.unset.examples);
}

async function describeSettings({ environment }: CommandContext): Promise<DescribedSetting[]> {
  const { describeConfig, locateDataHome, readConfig } = await import('../../core/index.js');
  const home = locateDataHome(environment);
  return describeConfig(
    readConfig({ flags: {}, env: environment, workingFolder: process.cwd(), home }),
  );
}

/** As a person may see it: a password is hidden. */
async function shownValue(key: string, context: CommandContext): Promise<string> {
  const setting = (await describeSettings(context)).find((one) => one.key === key);
  return setting?.value ?? '';
}
