// Every check and every test behind one command; the closing line counts both.
// `node bin/verify.mjs [--static]`: with --static, neither build nor tests.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const tool = (path) => join(root, 'node_modules', path);

const staticChecks = [
  { name: 'format', script: tool('prettier/bin/prettier.cjs'), args: ['--check', '.'] },
  { name: 'lint', script: tool('eslint/bin/eslint.js'), args: ['.', '--max-warnings', '0'] },
  { name: 'types', script: tool('typescript/bin/tsc'), args: ['-p', 'tsconfig.json'] },
  { name: 'dead code', script: tool('knip/bin/knip.js'), args: ['--no-progress'] },
  { name: 'dependency rules', script: join(root, 'bin/dependency-rules.mjs'), args: [] },
  { name: 'licences', script: join(root, 'bin/notice.mjs'), args: ['--check'] },
];
const build = { name: 'build', script: join(root, 'bin/build.mjs'), args: [] };

function runCheck({ name, script, args }) {
  const started = Date.now();
  const run = spawnSync(process.execPath, [script, ...args], { cwd: root, encoding: 'utf8' });
  const passed = run.status === 0;
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  process.stdout.write(`${passed ? 'ok    ' : 'FAILED'}  ${name} (${seconds} s)\n`);
  if (!passed) process.stdout.write(`${run.stdout}${run.stderr}\n`);
  return passed;
}

/** Runs vitest; counts come from its own report, never from its exit code alone. */
function runTests() {
  const folder = mkdtempSync(join(tmpdir(), 'focusracer-verify-'));
  const report = join(folder, 'vitest.json');
  const run = spawnSync(
    process.execPath,
    [
      tool('vitest/vitest.mjs'),
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    { cwd: root, stdio: 'inherit' },
  );
  try {
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } =
      JSON.parse(readFileSync(report, 'utf8'));
    // A file that does not load has no tests to fail: it counts as one failure.
    const broken = testResults.filter(
      (file) => file.status === 'failed' && file.assertionResults.length === 0,
    ).length;
    const failed = numFailedTests + broken;
    return {
      passed: numPassedTests,
      // Errors outside any test fail the run too.
      failed: failed === 0 && run.status !== 0 ? 1 : failed,
      skipped: numPendingTests + numTodoTests,
    };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const staticOnly = process.argv.includes('--static');
const results = (staticOnly ? staticChecks : [...staticChecks, build]).map(runCheck);
const tests = staticOnly ? { passed: 0, failed: 0, skipped: 0 } : runTests();
const passed = results.filter(Boolean).length + tests.passed;
const failed = results.filter((ok) => !ok).length + tests.failed;
const skipped = tests.skipped === 0 ? '' : `, ${tests.skipped} skipped`;
process.stdout.write(`${passed} passed, ${failed} failed${skipped}\n`);
process.exitCode = failed === 0 ? 0 : 1;
