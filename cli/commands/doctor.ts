import type { Command } from 'commander';
import type { CheckResult } from '../../core/index.js';
import type { CommandContext } from '../context.js';
import { addExamples } from '../help.js';
import type { Colour } from '../terminal/colours.js';

const COLOURS = { ok: 'green', warn: 'yellow', fail: 'red' } as const satisfies Record<
  CheckResult['status'],
  Colour
>;

export function registerDoctor(program: Command, context: CommandContext): void {
  const { doctor: help } = context.messages.help;
  const command = program
    .command('doctor')
    .description(help.summary)
    .action(() => examine(context));
  addExamples(command, context, help.examples);
}

async function examine(context: CommandContext): Promise<void> {
  const { FocusError, examine: examineInstallation } = await import('../../core/index.js');
  const { environment, language, output, messages } = context;
  const workingFolder = process.cwd();
  const results = await examineInstallation({ environment, language, workingFolder });
  for (const result of results) {
    if (context.json) await output.json(result);
    else await printResult(result, context);
  }
  if (results.every(({ status }) => status !== 'fail')) return;
  const { failed, hint } = messages.talk.doctor;
  throw new FocusError('config', 'doctor.failed', failed, { hint });
}

async function printResult(result: CheckResult, context: CommandContext): Promise<void> {
  const { name, status, detail, fix } = result;
  const label = context.paint(COLOURS[status], status.padEnd(4));
  await context.output.line(`${label}  ${name}: ${detail}`);
  if (fix !== '') await context.output.line(`      ${fix}`);
}
