// Compiles the program into dist/. The new build is made beside the old one and
// swapped in only when it is complete, so that a failed build breaks nothing.
// `--if-possible` (npm's prepare step): without the compiler, as in an
// installation without development dependencies, dist/ is kept as it is.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const sourceFolders = ['core', 'cli', 'storefront'];
/** What tsc compiles, and notes for readers: everything else beside the code is needed at run time. */
const notAssets = new Set(['.ts', '.tsx', '.md']);

function findCompiler() {
  try {
    const manifest = createRequire(import.meta.url).resolve('typescript/package.json');
    return join(dirname(manifest), 'bin', 'tsc');
  } catch {
    return undefined;
  }
}

const compiler = findCompiler();
if (compiler === undefined) {
  if (process.argv.includes('--if-possible')) process.exit(0);
  process.stderr.write('TypeScript is not installed. Run: npm ci\n');
  process.exit(1);
}

const output = join(root, 'dist');
const fresh = join(root, `dist.${process.pid}.new`);
const project = join(root, 'tsconfig.build.json');
const compiled = spawnSync(process.execPath, [compiler, '-p', project, '--outDir', fresh], {
  stdio: 'inherit',
});
if (compiled.status !== 0) {
  rmSync(fresh, { recursive: true, force: true });
  process.exit(compiled.status ?? 1);
}

for (const folder of sourceFolders) {
  const from = join(root, folder);
  if (!existsSync(from)) continue;
  cpSync(from, join(fresh, folder), {
    recursive: true,
    filter: (source) => !notAssets.has(extname(source)),
  });
}

rmSync(output, { recursive: true, force: true });
renameSync(fresh, output);
