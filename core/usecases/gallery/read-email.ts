import { FocusError } from '../../errors.js';

/** Shape only: whether somebody reads it is known when they answer. RFC 5321 allows 254 characters. */
const EMAIL = /^[^\s@<>"(),;:\\]+@[^\s@<>"(),;:\\]+\.[^\s@<>"(),;:\\.]{2,}$/u;

/** Undefined for an empty text; FocusError `input` `email.unreadable` where it cannot be an address. */
export function readEmail(text: string | undefined): string | undefined {
  const trimmed = text?.trim() ?? '';
  if (trimmed === '') return undefined;
  if (isEmail(trimmed)) return trimmed;
  throw new FocusError('input', 'email.unreadable', 'This is not an e-mail address');
}

/** Of a text without spaces around it. */
export function isEmail(text: string): boolean {
  return text.length <= 254 && EMAIL.test(text) && !/\p{Cc}/u.test(text);
}
