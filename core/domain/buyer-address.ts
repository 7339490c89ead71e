/** Where dots make no other mailbox, and both names are one. */
const GOOGLE = new Set(['gmail.com', 'googlemail.com']);

/**
 * The address as it reaches a mailbox, to know a person again: without case, without a tag behind a
 * plus, and at Gmail without dots. Nothing is sent to it.
 */
export function mailboxOf(email: string): string {
  const address = email.trim().normalize('NFKC').toLowerCase();
  const at = address.lastIndexOf('@');
  const domain = address.slice(at + 1);
  const [name = ''] = address.slice(0, at).split('+', 1);
  if (!GOOGLE.has(domain)) return `${name}@${domain}`;
  return `${name.replaceAll('.', '')}@gmail.com`;
}
