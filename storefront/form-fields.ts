import type { Request } from 'express';

/** A field of a sent form as one text; empty where it is missing, the first where it came twice. */
export function textField(request: Pick<Request, 'body'>, name: string): string {
  return textFields(request, name)[0] ?? '';
}

/** Every value of a field that may come several times; a NUL, which no text column takes, is a space. */
export function textFields(request: Pick<Request, 'body'>, name: string): readonly string[] {
  const form: unknown = request.body;
  if (typeof form !== 'object' || form === null || !Object.hasOwn(form, name)) return [];
  const value: unknown = (form as Readonly<Record<string, unknown>>)[name];
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  return values.flatMap((one) => (typeof one === 'string' ? [one.replaceAll('\0', ' ')] : []));
}
