import type { Command } from 'commander';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildProgram } from '../../../cli/program.js';
import { fakeContext } from '../support/fake-context.js';
import { focusracerWithoutDatabase, type Focusracer } from '../support/focusracer.js';

let focusracer: Focusracer;
beforeAll(async () => {
  focusracer = await focusracerWithoutDatabase();
});
afterAll(() => focusracer.remove());

/** Every command without sub-commands, by its full name. */
function leafCommands(command: Command, path: string[] = []): [string, Command][] {
  if (command.commands.length === 0) return [[path.join(' '), command]];
  return command.commands.flatMap((child) => leafCommands(child, [...path, child.name()]));
}

function helpOf(command: Command): string {
  let text = '';
  command.configureOutput({ writeOut: (part) => (text += part) });
  command.outputHelp();
  return text;
}

describe('the command line', () => {
  it('answers --help on stdout, and --version', async () => {
    const help = await focusracer.start(['--help']);
    expect(help).toMatchObject({ exitCode: 0, stderr: '' });
    expect(help.stdout).toContain('Usage: focusracer');
    const version = await focusracer.start(['--version']);
    expect(version.stdout).toMatch(/^\d+\.\d+\.\d+$/);
  });

  it.each(leafCommands(buildProgram(fakeContext())))('shows examples of %s', (name, command) => {
    expect(helpOf(command)).toContain(`  $ focusracer ${name}`);
  });

  it.each(leafCommands(buildProgram(fakeContext())))('tells defaults of %s once', (_, command) => {
    expect(helpOf(command).replace(/\s+/g, ' ')).not.toMatch(/\([^()]*default[^()]*\) \(default/);
  });

  it.each(['orders list', 'takedowns list', 'reports list'])(
    'says that %s is of all events',
    (name) => {
      const commands = new Map(leafCommands(buildProgram(fakeContext())));
      const command = commands.get(name);
      expect(command && helpOf(command).replace(/\s+/g, ' ')).toContain('(default: all events)');
    },
  );

  it.each([
    [[], 'Usage: focusracer'],
    [['event'], 'Usage: focusracer event'],
    [['frobnicate'], "unknown command 'frobnicate'"],
  ])('ends %j with exit code 2, on stderr', async (args, message) => {
    const refused = await focusracer.start(args);
    expect(refused).toMatchObject({ exitCode: 2, stdout: '' });
    expect(refused.stderr).toContain(message);
  });

  it.each([
    [['--bogus'], "unknown option '--bogus'"],
    [['ingest'], "missing required argument 'folder'"],
    [['ingest', 'a', 'b'], 'too many arguments'],
    [['ingest', 'a', '--workers', 'many'], 'a whole number from 1'],
    [['ingest', 'a', '--blur-threshold', '-1'], 'a number from 0'],
    [['photos', '--status', 'lost'], 'Allowed choices are kept, near-duplicate, blurry'],
    [['search', '--bib', '1', '--name', 'a'], 'cannot be used with'],
    [['photos', 'a', '--event', 'b'], 'Two events are named'],
    [['export', '--dry-run'], '--dry-run does nothing with --format csv'],
    [['export', '--format', 'json', '--to', 'x'], '--to does nothing with --format json'],
    [['export', '--keywords', 'bib'], '--keywords does nothing with --format csv'],
    [['export', '--format', 'xmp', '--output', 'x'], '--output does nothing with --format xmp'],
  ])('refuses %j with exit code 2, on stderr', async (args, message) => {
    const refused = await focusracer.run(...args);
    expect(refused).toMatchObject({ exitCode: 2, stdout: '' });
    expect(refused.stderr).toContain(message);
  });

  it('speaks French, by option and by locale', async () => {
    const { stderr } = await focusracer.run('frobnicate', '--lang', 'fr');
    expect(stderr).toContain('Erreur : commande inconnue « frobnicate »');
    const help = await focusracer.start(['ingest', '--help'], { LANG: 'fr_FR.UTF-8' });
    expect(help.stdout).toContain('Utilisation : focusracer ingest');
    expect(help.stdout).toContain('(au choix : off, detect, index)');
  });

  it('reports errors as JSON to programs', async () => {
    const { stderr, exitCode } = await focusracer.run('frobnicate', '--json');
    expect(exitCode).toBe(2);
    expect(JSON.parse(stderr)).toEqual({
      type: 'error',
      kind: 'input',
      code: 'usage.unknownCommand',
      message: "unknown command 'frobnicate'",
    });
  });

  it('stays quiet when the reader of its output goes away', async () => {
    const running = focusracer.start(['completion', 'bash']);
    running.stdout.destroy();
    // 130: it met the closed pipe. With another code it would have written to nobody unnoticed.
    expect(await running).toMatchObject({ stderr: '', exitCode: 130 });
  });
});
