import { FocusError } from '../../errors.js';

/** Shape only: whether somebody reads it is known when they answer. RFC 5321 allows 254 characters. */
const EMAIL = /^[^\s@<>"(),;:\\]+@[^\s@<>"(),;:\\]+\.[^\s@<>"(),;:\\.]{2,}$/u;

/** Undefined for an empty text; FocusError `input` `email.unreadable` where it cannot be an address. */
export function readEmail(text: string | undefined): string | undefined {
  const trimmed = text?.trim() ?? '';
  if (trimmed === '') return undefined;
  if (trimmed.length <= 254 && EMAIL.test(trimmed) && !/\p{Cc}/u.test(trimmed)) return trimmed;
  throw new FocusError('input', 'email.unreadable', 'This is not an e-mail address');
}
