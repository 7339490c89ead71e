import type { Command } from 'commander';
import type { CommandContext } from '../../context.js';
import { registerBenchAccuracy } from './accuracy.js';
import { registerBenchDearest } from './dearest.js';
import { registerBenchCrowd } from './crowd.js';
import { registerBenchFaces } from './faces.js';
import { registerBenchSpeed } from './speed.js';
import { registerBenchStorefront } from './storefront.js';

export function registerBench(program: Command, context: CommandContext): void {
  const group = program
    .command('bench')
    .description(context.messages.help.bench.summary)
    .helpCommand(false);
  registerBenchAccuracy(group, context);
  registerBenchSpeed(group, context);
  registerBenchFaces(group, context);
  registerBenchStorefront(group, context);
  registerBenchDearest(group, context);
  registerBenchCrowd(group, context);
}
