import { inspect } from 'node:util';

export type Colour = 'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'cyan';
export type Paint = (colour: Colour, text: string) => string;

interface TerminalStream {
  readonly isTTY?: boolean;
}

/** Colours only for a person: on a terminal that has them, unless NO_COLOR is set (no-color.org). */
export function createPaint(stream: TerminalStream, environment: NodeJS.ProcessEnv): Paint {
  const noColour = environment.NO_COLOR !== undefined && environment.NO_COLOR !== '';
  const plain = stream.isTTY !== true || noColour || environment.TERM === 'dumb';
  if (plain) return (_colour, text) => text;
  return (colour, text) => {
    // Not styleText: it looks at this process's stdout again instead of the stream given.
    const [open, close] = inspect.colors[colour] ?? [0, 0];
    return `\u001b[${open}m${text}\u001b[${close}m`;
  };
}
