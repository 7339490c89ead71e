import { FocusError } from '../../errors.js';
import type { Check } from '../check.js';

/** Something the caller can try: it works when it says so, and `fix` mends it when it throws. */
export function checkPart(
  name: string,
  severity: 'warn' | 'fail',
  attempt: () => Promise<string>,
  fix: string,
): Check {
  return {
    name,
    run: async () => {
      try {
        return { status: 'ok', detail: await attempt() };
      } catch (error) {
        const detail = error instanceof Error ? error.message : String(error);
        const hint = error instanceof FocusError ? error.hint : undefined;
        return { status: severity, detail, fix: hint ?? fix };
      }
    },
  };
}
