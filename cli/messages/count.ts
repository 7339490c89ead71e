/** A number as the language writes it, with the form of the words beside it. */
export interface Count {
  readonly text: string;
  readonly form: 'one' | 'other';
}

/** "1 photo", "1,200 photos". */
export function counted({ text, form }: Count, one: string, other: string): string {
  return `${text} ${form === 'one' ? one : other}`;
}
