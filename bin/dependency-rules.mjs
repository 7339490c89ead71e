// Checks the rules of .dependency-cruiser.cjs, and that they were really applied:
// with a compiler it does not know, dependency-cruiser sees no TypeScript and
// finds nothing wrong. `node bin/dependency-rules.mjs [folder]`
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const checked = resolve(process.argv[2] ?? root);
const folders = ['core', 'cli', 'storefront'].filter((folder) => existsSync(join(checked, folder)));

const cruise = spawnSync(
  process.execPath,
  [
    join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs'),
    '--config',
    join(root, '.dependency-cruiser.cjs'),
    '--output-type',
    'json',
    ...folders,
  ],
  { cwd: checked, encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 },
);
if (cruise.stdout === '') {
  process.stderr.write(cruise.stderr);
  process.exit(1);
}

const { modules, summary } = JSON.parse(cruise.stdout);
const seen = new Set(modules.map((module) => module.source));
const written = folders.flatMap((folder) =>
  readdirSync(join(checked, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => `${folder}/${file}`),
);
const unseen = written.filter((file) => !seen.has(file));

for (const { rule, from, to } of summary.violations) {
  process.stdout.write(`${rule.name}: ${from} -> ${to}\n`);
}
for (const file of unseen) process.stdout.write(`not seen by dependency-cruiser: ${file}\n`);
process.stdout.write(
  `${written.length} modules, ${summary.totalDependenciesCruised} dependencies, ` +
    `${summary.violations.length} violations\n`,
);
process.exit(summary.violations.length + unseen.length > 0 || written.length === 0 ? 1 : 0);
