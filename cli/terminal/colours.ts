import { styleText } from 'node:util';

export type Colour = 'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'cyan';
export type Paint = (colour: Colour, text: string) => string;

interface TerminalStream {
  readonly isTTY?: boolean;
}

/** Colours only for a person: on a terminal that has them, unless NO_COLOR is set (no-color.org). */
export function createPaint(stream: TerminalStream, environment: NodeJS.ProcessEnv): Paint {
  const noColour = environment.NO_COLOR !== undefined && environment.NO_COLOR !== '';
  const plain = stream.isTTY !== true || noColour || environment.TERM === 'dumb';
  return plain ? (_colour, text) => text : (colour, text) => styleText(colour, text);
}
