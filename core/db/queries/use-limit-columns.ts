import type { UseLimits } from '../../domain/use-limits.js';

interface LimitColumns {
  per_person: number | null;
  per_bib: number | null;
  per_day: number | null;
}

/** Of `packs` and of `discount_codes`. */
export function limitsOf(row: LimitColumns): UseLimits {
  return {
    perPerson: row.per_person ?? undefined,
    perBib: row.per_bib ?? undefined,
    perDay: row.per_day ?? undefined,
  };
}

/** Bindings `:perPerson`, `:perBib` and `:perDay`. */
export function limitColumns(limits: UseLimits | undefined) {
  return {
    perPerson: limits?.perPerson ?? null,
    perBib: limits?.perBib ?? null,
    perDay: limits?.perDay ?? null,
  };
}
