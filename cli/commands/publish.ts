import { InvalidArgumentError, Option, type Command } from 'commander';
import type { PublishRequest, TakeDownMode } from '../../core/index.js';
import { chooseEvent } from '../choose-event.js';
import type { CommandContext } from '../context.js';
import { addExamples } from '../help.js';
import { createFormat } from '../terminal/format.js';
import { publicationLines } from '../views/publication-lines.js';
import { sayIfPaused } from '../say-if-paused.js';
import { withApp } from '../with-app.js';
import { addEventOption, namedEvent, type EventOption } from './options.js';
import { inEachLanguage, selfieOf, type SelfieOptions } from './selfie-terms.js';

interface PublishOptions extends EventOption, SelfieOptions {
  readonly unpublish?: true;
  readonly seller?: string;
  readonly sellerEmail?: string;
  readonly downloads?: string;
  readonly takeDown?: TakeDownMode;
  readonly photographer?: PublishRequest['photographers'];
}

/** `publish`, which is `event publish` as well. */
export function registerPublish(parent: Command, context: CommandContext): void {
  const { publish: help } = context.messages.help;
  const command = parent
    .command('publish')
    .description(help.summary)
    .argument('[event]', help.event)
    .option('--unpublish', help.unpublish)
    .option('--seller <name>', help.seller)
    .option('--seller-email <address>', help.sellerEmail)
    .option('--downloads <time>', help.downloads)
    .addOption(new Option('--take-down <how>', help.takeDown).choices(['confirmed', 'at-once']))
    .option('--photographer <key=name>', help.photographer, photographerReader(context))
    .option('--selfie-basis <text>', help.selfieBasis, inEachLanguage)
    .option('--selfie-notice <text>', help.selfieNotice, inEachLanguage)
    .option('--selfie-until <date>', help.selfieUntil)
    .addOption(
      new Option('--selfie-language <language>', help.selfieLanguage).choices(['en', 'fr']),
    )
    .option('--no-selfie', help.noSelfie)
    .action(async (positional: string | undefined, options: PublishOptions) => {
      const named = await namedEvent(positional, options, context);
      await withApp(context, async (app) => {
        const event = await chooseEvent(app, named, context);
        const { messages, output } = context;
        if (options.unpublish === true) {
          const hidden = await app.unpublishEvent(event);
          if (context.json) await output.json(hidden);
          else output.talk(messages.publish.unpublished(hidden.slug));
          return;
        }
        const selfie = await selfieOf(options, context);
        const publication = await app.publishEvent({
          event,
          seller: options.seller,
          sellerEmail: options.sellerEmail,
          downloads: options.downloads,
          selfie,
          takeDowns: options.takeDown,
          ...(options.photographer !== undefined && { photographers: options.photographer }),
        });
        if (context.json) {
          await output.json(publication);
          return;
        }
        const { host, port, publicUrl } = app.settings;
        const { localUrl } = await import('../../core/index.js');
        for (const line of publicationLines(
          publication,
          publicUrl ?? localUrl(host, port),
          messages,
          createFormat(context.language),
        ))
          await output.line(line);
        await sayIfPaused(app, context);
      });
    });
  addEventOption(command, context);
  const group = parent.parent === null ? '' : `${parent.name()} `;
  addExamples(
    command,
    context,
    help.examples.map(([line = '', purpose = '']) => [`${group}${line}`, purpose]),
  );
}

function photographerReader({ messages }: CommandContext) {
  return (
    text: string,
    earlier: NonNullable<PublishRequest['photographers']> = [],
  ): NonNullable<PublishRequest['photographers']> => {
    const [, cameraKey, name] = /^([0-9a-f]{8})=(.+)$/.exec(text) ?? [];
    if (cameraKey === undefined || name === undefined) {
      const { badPhotographer, badPhotographerHint } = messages.publish;
      throw new InvalidArgumentError(`${badPhotographer(text)}. ${badPhotographerHint}`);
    }
    return [...earlier, { cameraKey, name: name.trim() }];
  };
}
