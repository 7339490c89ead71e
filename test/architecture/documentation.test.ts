import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { buildProgram } from '../../cli/program.js';
import { STRIPE_EVENTS } from '../../core/adapters/payments/stripe/stripe-events.js';
import { fakeContext } from '../cli/support/fake-context.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const documents = [
  'README.md',
  'ARCHITECTURE.md',
  'CHANGELOG.md',
  'core/domain/GLOSSARY.md',
  'fixtures/README.md',
  ...readdirSync(join(root, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];

const read = (path: string): string => readFileSync(join(root, path), 'utf8');

/** As GitHub makes them of headings. */
function anchorsOf(path: string): string[] {
  return [...read(path).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

/** Links within the project: the target's path and what follows the `#`. */
function linksOf(path: string): { readonly target: string; readonly anchor: string }[] {
  return [...read(path).matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, link = '']) => link)
    .filter((link) => !/^[a-z]+:/.test(link))
    .map((link) => {
      const [file = '', anchor = ''] = link.split('#');
      const target = file === '' ? path : relative(root, join(root, dirname(path), file));
      return { target, anchor };
    });
}

/** Where the words of a command line lead, and what is left of them. */
function findCommand(program: Command, words: readonly string[]): [Command, readonly string[]] {
  const [first, ...rest] = words;
  const child = program.commands.find((one) => one.name() === first);
  return child === undefined ? [program, words] : findCommand(child, rest);
}

/** What is wrong with a command line by the program's own declarations; undefined where nothing is. */
function faultOf(program: Command, line: string): string | undefined {
  // Of `show|refund`, the first; a table escapes the bar.
  const words = line.split(/ +/).map((word) => word.replace(/\\?\|.*/, ''));
  const [command, rest] = findCommand(program, words);
  if (command.commands.length > 0 && /^[a-z]/.test(rest[0] ?? '')) return `no command: ${line}`;
  const known = [...program.options, ...command.options].flatMap(({ long }) => long ?? []);
  const unknown = rest
    .flatMap((word) => /^--[a-z-]+/.exec(word)?.[0] ?? [])
    .find((option) => option !== '--help' && !known.includes(option));
  return unknown === undefined ? undefined : `no option ${unknown}: ${line}`;
}

/** Lines of blocks and spans of code that begin with the program's name; without comments and pipes. */
function commandLinesOf(path: string): string[] {
  const found = read(path).matchAll(/(?:^(?:\$ )?|`)focusracer (?!help\b)([^`\n]*)/gm);
  return [...found].map(([, line = '']) => line.replace(/\s+[#>|].*$/, '').trim());
}

describe.each(documents)('%s', (path) => {
  it('links to what is there', () => {
    const lost = linksOf(path).filter(({ target, anchor }) => {
      const names = readdirSync(join(root, dirname(target)));
      if (!names.includes(basename(target))) return true;
      return anchor !== '' && !anchorsOf(target).includes(anchor);
    });
    expect(lost).toEqual([]);
  });

  it('names commands and options that exist', () => {
    const program = buildProgram(fakeContext());
    const faults = commandLinesOf(path).flatMap((line) => faultOf(program, line) ?? []);
    expect(faults).toEqual([]);
  });
});

it('docs/cli.md names every command of the shop with all its options', () => {
  const program = buildProgram(fakeContext());
  const rows = [...read('docs/cli.md').matchAll(/^\| `([a-z][^`]*)` \|(.*)$/gm)].map(
    ([, name = '', cells = '']) => ({ name: name.replace(/ [[<].*/, ''), cells }),
  );
  const shop = ['publish', 'packs', 'orders', 'payouts', 'mails', 'takedowns', 'reports', 'serve'];
  const leaves = (command: Command, name: string): [string, Command][] =>
    command.commands.length === 0
      ? [[name, command]]
      : command.commands.flatMap((child) => leaves(child, `${name} ${child.name()}`));
  const missing = [...shop, 'demo']
    .flatMap((name) => leaves(findCommand(program, [name])[0], name))
    .flatMap(([name, command]) => {
      const row = rows.find((one) => one.name === name);
      if (row === undefined) return [name];
      return command.options
        .flatMap(({ long }) => long ?? [])
        .filter((option) => !row.cells.includes(`\`${option}`))
        .map((option) => `${name} ${option}`);
    });
  expect(missing).toEqual([]);
});

it('lists the events of Stripe that the shop needs, all of them and no others', () => {
  const [, table = ''] = /## Events\n(.*?)\n## /s.exec(read('docs/payments.md')) ?? [];
  const rows = table.split('\n').filter((line) => line.startsWith('| `'));
  const listed = rows.flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)]);
  expect(listed.map(([, event]) => event).sort()).toEqual([...STRIPE_EVENTS].sort());
});
