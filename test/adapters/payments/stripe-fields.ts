/** Reads a field of a form as Stripe does; undefined where the text is nothing of that kind. */
export type Field<T> = (text: string) => T | undefined;

/**
 * What may stand in the form of a request, by the SDK's own type of its parameters: another name, or
 * a field of another type, does not compile. Lists are numbered in the form, objects have brackets.
 */
export type FieldsOf<Parameters> = {
  readonly [Name in keyof Parameters]?: FieldOf<Exclude<Parameters[Name], undefined | null | ''>>;
};

type FieldOf<Value> = [Value] extends [string | number | boolean]
  ? Field<Value>
  : Value extends readonly (infer Item)[]
    ? readonly FieldOf<Item>[]
    : FieldsOf<Value>;

export const whole: Field<number> = (text) =>
  /^[1-9]\d{0,7}$/.test(text) ? Number(text) : undefined;

export const truth: Field<boolean> = (text) =>
  text === 'true' || text === 'false' ? text === 'true' : undefined;

export const textOf =
  (pattern: RegExp): Field<string> =>
  (text) =>
    pattern.test(text) ? text : undefined;

/** The name of an object: "pi_3Nx". */
export const idOf = (prefix: string): Field<string> => textOf(new RegExp(`^${prefix}_\\w+$`));

/** By their names in the form: "metadata[reference]", "expand[0]". */
export function formFields(fields: object, prefix = ''): ReadonlyMap<string, Field<unknown>> {
  const named = new Map<string, Field<unknown>>();
  for (const [key, field] of Object.entries(fields) as [string, Field<unknown> | object][]) {
    const name = prefix === '' ? key : `${prefix}[${key}]`;
    if (typeof field === 'function') named.set(name, field as Field<unknown>);
    else for (const [inner, innerField] of formFields(field, name)) named.set(inner, innerField);
  }
  return named;
}
