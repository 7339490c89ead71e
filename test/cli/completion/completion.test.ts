import { execa } from 'execa';
import { describe, expect, it } from 'vitest';
import { bashCompletion } from '../../../cli/completion/bash.js';
import { describeCommands } from '../../../cli/completion/describe-commands.js';
import { fishCompletion } from '../../../cli/completion/fish.js';
import { zshCompletion } from '../../../cli/completion/zsh.js';
import { buildProgram } from '../../../cli/program.js';
import { fakeContext } from '../support/fake-context.js';

const commands = describeCommands(buildProgram(fakeContext({ language: 'fr' })));

/** What bash would offer after these words. */
async function offered(...words: string[]): Promise<string[]> {
  const typed = ['focusracer', ...words].map((word) => `'${word}'`).join(' ');
  const script = `${bashCompletion(commands)}
COMP_WORDS=(${typed}); COMP_CWORD=${words.length}; _focusracer; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { stdout } = await execa('bash', ['-c', script]);
  return stdout.split('\n').filter((word) => word !== '');
}

describe('completion', () => {
  it('offers the commands, and the options after a dash', async () => {
    expect(await offered('comp')).toEqual(['completion']);
    expect(await offered('completion', '--j')).toEqual(['--json']);
  });

  it('offers the words an argument or an option may be', async () => {
    expect(await offered('completion', '')).toEqual(['bash', 'zsh', 'fish']);
    expect(await offered('completion', 'bash', '--lang', '')).toEqual(['en', 'fr']);
  });

  it.each([
    ['bash', bashCompletion],
    ['zsh', zshCompletion],
    ['fish', fishCompletion],
  ] as const)('names every command and option in %s', (_shell, write) => {
    const script = write(commands);
    for (const { place, options } of commands) {
      expect(script).toContain(place);
      for (const flag of options.flatMap((option) => option.flags)) {
        expect(script).toContain(flag.replace(/^-+/, ''));
      }
    }
  });

  it('describes in the language of the run, with quotes kept from the shell', () => {
    expect(zshCompletion(commands)).toContain("--help:afficher l'\\''aide");
    expect(fishCompletion(commands)).toContain("'afficher l\\'aide'");
  });
});
