import { createInterface } from 'node:readline';
import type { Interruption } from './interruption.js';

/** Asks the person at the terminal; an answer that never comes (Ctrl-D) is empty. */
export function ask(question: string, interruption: Interruption): Promise<string> {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  // While it reads, readline takes Ctrl-C for itself.
  lines.on('SIGINT', () => {
    interruption.request();
  });
  return new Promise((resolve) => {
    lines.once('line', (answer) => {
      resolve(answer.trim());
      lines.close();
    });
    lines.once('close', () => {
      resolve('');
    });
    lines.setPrompt(question);
    lines.prompt();
  });
}
