/** What an alarm says, whatever its kind: what happened, the facts, and what to do about it. */
export interface Alarm {
  readonly subject: string;
  readonly what: string;
  readonly todo: string;
  readonly rows: readonly (readonly [label: string, value: string])[];
}
