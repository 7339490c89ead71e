import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

const ROOT = new URL('../..', import.meta.url).pathname;

/** For tests that start a Node of their own, which cannot read TypeScript. */
export interface CompiledCore {
  /** Named after the content: the same sources, the same folder. */
  readonly folder: string;
  /** The absolute path of the compiled form of `core/....ts`. */
  pathOf(source: string): string;
}

/** Files, and the files of folders, are compiled once per content, below node_modules so that their imports resolve. */
export async function compileCore(paths: readonly string[]): Promise<CompiledCore> {
  const sources = paths.flatMap((path) =>
    path.endsWith('.ts')
      ? [path]
      : readdirSync(join(ROOT, path))
          .filter((name) => name.endsWith('.ts'))
          .map((name) => join(path, name)),
  );
  const hash = createHash('sha256');
  for (const source of sources) hash.update(source).update(readFileSync(join(ROOT, source)));
  const cache = join(ROOT, 'node_modules/.cache/focusracer-test');
  const folder = join(cache, hash.digest('hex').slice(0, 12));
  if (!existsSync(folder)) await compile(sources, cache, folder);
  return { folder, pathOf: (source) => join(folder, source.replace(/\.ts$/, '.js')) };
}

async function compile(sources: readonly string[], cache: string, folder: string): Promise<void> {
  const { default: typescript } = await import('typescript');
  mkdirSync(cache, { recursive: true });
  const draft = mkdtempSync(join(cache, 'draft-'));
  for (const source of sources) {
    const { outputText } = typescript.transpileModule(readFileSync(join(ROOT, source), 'utf8'), {
      compilerOptions: {
        module: typescript.ModuleKind.ESNext,
        target: typescript.ScriptTarget.ES2022,
      },
    });
    const path = join(draft, source.replace(/\.ts$/, '.js'));
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, outputText);
  }
  writeFileSync(join(draft, 'package.json'), '{"type":"module"}');
  try {
    renameSync(draft, folder);
  } catch (error) {
    // Another test process was faster.
    if (!existsSync(folder)) throw error;
    rmSync(draft, { recursive: true });
  }
}
