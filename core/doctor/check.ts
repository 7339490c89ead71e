/** What one check found. `fix` says how to mend it; the others need none. */
export type CheckOutcome =
  | { readonly status: 'ok'; readonly detail: string }
  | { readonly status: 'warn' | 'fail'; readonly detail: string; readonly fix: string };

export interface Check {
  readonly name: string;
  /** May throw a FocusError: its message is the detail, its hint the fix. */
  run(): CheckOutcome | Promise<CheckOutcome>;
}

export interface CheckResult {
  readonly name: string;
  /** `warn`: works, but slowly or not with everything. `fail`: something will not work. */
  readonly status: 'ok' | 'warn' | 'fail';
  readonly detail: string;
  /** Empty where nothing needs mending. */
  readonly fix: string;
}
