import type { GlobalOptions } from './global-options.js';
import type { Messages } from './messages/messages.js';
import type { Paint } from './terminal/colours.js';
import type { Interruption } from './terminal/interruption.js';
import type { Output } from './terminal/output.js';

/** What every command is given: how to speak, and how it is asked to stop. */
export interface CommandContext extends GlobalOptions {
  readonly messages: Messages;
  readonly output: Output;
  /** For text on stdout. */
  readonly paint: Paint;
  readonly interruption: Interruption;
  readonly environment: NodeJS.ProcessEnv;
  readonly terminal: {
    /** Columns of stdout where it is a terminal: tables are cut to them. */
    readonly width: number | undefined;
    /** A person sees stderr, so that progress may be drawn. */
    readonly showsProgress: boolean;
    /** A person can be asked. */
    readonly canAsk: boolean;
  };
}
