import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const script = join(root, 'bin/dependency-rules.mjs');

/** One file per rule: what it breaks, and the module it must not import. */
const planted = [
  ['no-cycles', 'core/domain/one.ts', './two.js'],
  ['core-imports-no-interface', 'core/usecases/prints.ts', '../../cli/program.js'],
  ['cli-and-storefront-are-strangers', 'cli/pages.ts', '../storefront/server.js'],
  ['core-has-one-door', 'storefront/back-door.ts', '../core/domain/two.js'],
  ['domain-imports-only-domain', 'core/domain/stored.ts', '../db/connect.js'],
  ['domain-imports-only-domain', 'core/domain/reads-files.ts', 'node:fs'],
  ['ports-import-only-domain', 'core/ports/leaky.ts', '../db/connect.js'],
  ['stages-touch-nothing-outside', 'core/image/stored.ts', '../db/connect.js'],
  ['stages-touch-nothing-outside', 'core/recognition/calls-home.ts', 'node:https'],
  ['stages-touch-nothing-outside', 'core/pipeline/process-photo.ts', '../config/settings.js'],
  ['stages-open-no-files', 'core/linking/reads-files.ts', 'node:fs/promises'],
  [
    'adapters-are-chosen-in-the-composition-roots',
    'core/usecases/chooses.ts',
    '../adapters/vision/engine.js',
  ],
  ['sharp-has-one-home', 'core/usecases/resizes.ts', 'sharp'],
  ['database-client-has-one-home', 'core/usecases/queries.ts', 'knex'],
  ['database-client-has-one-home', 'core/usecases/connects.ts', 'pg'],
  ['onnxruntime-has-one-home', 'core/usecases/infers.ts', 'onnxruntime-node'],
  ['usearch-has-one-home', 'core/usecases/searches.ts', 'usearch'],
  ['piscina-has-one-home', 'core/usecases/forks.ts', 'piscina'],
  ['aws-has-one-home', 'core/usecases/uploads.ts', '@aws-sdk/client-s3'],
  ['stripe-has-one-home', 'core/usecases/charges.ts', 'stripe'],
  ['mail-has-one-home', 'core/usecases/writes.ts', 'nodemailer'],
  ['pdf-has-one-home', 'core/usecases/prints-pages.ts', 'pdfkit'],
  ['qr-codes-has-one-home', 'storefront/codes.ts', 'qrcode'],
  ['pages-draw-in-threads', 'core/shop.ts', './drawing/draws-here.js'],
  ['terminal-has-one-home', 'core/usecases/draws.ts', 'ink'],
  ['web-has-one-home', 'core/usecases/serves.ts', 'express'],
  ['no-development-dependency-in-the-program', 'core/usecases/tests.ts', 'vitest'],
  ['nothing-unresolved', 'core/usecases/lost.ts', './not-there.js'],
] as const;

const innocent = [
  ['core/domain/two.ts', "import { one } from './one.js';\nexport const two = () => one;\n"],
  ['core/db/connect.ts', "import knex from 'knex';\nexport const connect = knex;\n"],
  ['core/config/settings.ts', 'export const settings = 1;\n'],
  // However far away, and however late it is loaded.
  ['core/drawing/draws-here.ts', "export const draw = () => import('pdfkit');\n"],
  ['core/adapters/vision/engine.ts', 'export const engine = 1;\n'],
  ['core/index.ts', "export { two } from './domain/two.js';\n"],
  ['cli/program.ts', "import { two } from '../core/index.js';\nexport const program = two;\n"],
  ['storefront/server.ts', 'export const server = 1;\n'],
] as const;

describe('the dependency rules', () => {
  let folder: string;
  let report: string[];
  let exitCode: number | undefined;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'focusracer-rules-'));
    const write = (file: string, content: string) => {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), content);
    };
    for (const [, file, imported] of planted) {
      write(file, `import * as planted from '${imported}';\nexport const one = planted;\n`);
    }
    for (const [file, content] of innocent) write(file, content);
    write('tsconfig.json', '{"compilerOptions": {"module": "NodeNext", "target": "ES2022"}}');
    write('package.json', '{"type": "module", "devDependencies": {"vitest": "4"}}');
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));

    const run = await execa('node', [script, folder], { reject: false });
    exitCode = run.exitCode;
    report = run.stdout.split('\n');
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(planted)('catch %s, broken by %s', (rule, file) => {
    expect(report).toContainEqual(expect.stringMatching(`^${rule}: ${file} -> `));
  });

  it('fail the build when one is broken', () => {
    expect(exitCode).toBe(1);
  });

  it('leave alone the files that keep them', () => {
    const blamed = (file: string) => report.some((line) => line.includes(`: ${file} -> `));
    expect(innocent.map(([file]) => file).filter(blamed)).toEqual([]);
  });

  it('hold in this project, and every module of it was seen', async () => {
    const { stdout } = await execa('node', [script]);
    const [, modules, violations] = /(\d+) modules, \d+ dependencies, (\d+) violations$/.exec(
      stdout,
    )!;
    expect(Number(modules)).toBeGreaterThan(20);
    expect(violations).toBe('0');
  });
});
