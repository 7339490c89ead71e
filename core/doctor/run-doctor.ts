import { FocusError } from '../errors.js';
import type { Check, CheckResult } from './check.js';

/** Runs the checks one after the other; a check that breaks is a check that failed. */
export async function runDoctor(checks: readonly Check[]): Promise<CheckResult[]> {
  const results: CheckResult[] = [];
  for (const check of checks) results.push(await runCheck(check));
  return results;
}

async function runCheck(check: Check): Promise<CheckResult> {
  const { name } = check;
  try {
    const outcome = await check.run();
    return { name, fix: '', ...outcome };
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    const hint = error instanceof FocusError ? error.hint : undefined;
    return {
      name,
      status: 'fail',
      detail,
      fix: hint ?? 'This looks like a bug: please report it with this text.',
    };
  }
}
