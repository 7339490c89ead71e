import type { CommandContext } from '../../../cli/context.js';
import type { Language } from '../../../cli/messages/language.js';
import { messagesIn } from '../../../cli/messages/messages.js';

export interface FakeContext extends CommandContext {
  readonly stdout: string[];
  readonly stderr: string[];
}

/** A context that remembers what was written, line by line, and is on no terminal. */
export function fakeContext(options: { language?: Language; json?: boolean } = {}): FakeContext {
  const stdout: string[] = [];
  const stderr: string[] = [];
  const { language = 'en', json = false } = options;
  return {
    language,
    json,
    debug: false,
    messages: messagesIn(language),
    output: {
      line: async (text) => void stdout.push(text),
      text: async (text) => void stdout.push(text),
      json: async (value) => void stdout.push(JSON.stringify(value)),
      talk: (text) => void stderr.push(text),
      flush: async () => undefined,
    },
    paint: (_colour, text) => text,
    interruption: {
      takeSignal: () => new AbortController().signal,
      request: () => undefined,
      stopListening: () => undefined,
    },
    environment: {},
    terminal: { width: undefined, showsProgress: false, canAsk: false },
    stdout,
    stderr,
  };
}
