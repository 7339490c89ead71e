import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const ROOT = new URL('../..', import.meta.url).pathname;
const KEEPER = 'core/db/embedded/keeper-process.ts';
const FOLDERS = ['core/db/embedded', 'core/platform'];

/**
 * The keeper runs in a Node of its own, which cannot read TypeScript: its
 * sources are compiled once per content, below node_modules so that their
 * imports resolve. Returns the path of the compiled entry.
 */
export async function compileKeeper(): Promise<string> {
  const sources = ['core/errors.ts', ...FOLDERS.flatMap((folder) => readdirSync(join(ROOT, folder)).map((name) => join(folder, name)))];
  const hash = createHash('sha256');
  for (const source of sources) hash.update(readFileSync(join(ROOT, source)));
  const cache = join(ROOT, 'node_modules/.cache/focusracer-keeper');
  const target = join(cache, hash.digest('hex').slice(0, 12));
  if (!existsSync(target)) await compile(sources, cache, target);
  return join(target, KEEPER.replace('.ts', '.js'));
}

async function compile(sources: readonly string[], cache: string, target: string): Promise<void> {
  const { default: typescript } = await import('typescript');
  mkdirSync(cache, { recursive: true });
  const draft = mkdtempSync(join(cache, 'draft-'));
  for (const source of sources) {
    const { outputText } = typescript.transpileModule(readFileSync(join(ROOT, source), 'utf8'), {
      compilerOptions: { module: typescript.ModuleKind.ESNext, target: typescript.ScriptTarget.ES2022 },
    });
    const path = join(draft, source.replace('.ts', '.js'));
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, outputText);
  }
  writeFileSync(join(draft, 'package.json'), '{"type":"module"}');
  try {
    renameSync(draft, target);
  } catch (error) {
    // Another test process was faster.
    if (!existsSync(target)) throw error;
    rmSync(draft, { recursive: true });
  }
}
