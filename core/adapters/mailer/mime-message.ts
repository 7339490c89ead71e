import { createHash } from 'node:crypto';
import { FocusError } from '../../errors.js';
import type { MailMessage, MailPicture } from '../../ports/mailer.js';

/** One address and nothing that a header gives a meaning: a list here would be mail to strangers. */
const SINGLE_ADDRESS = /^[^\s@<>()[\]\\,;:"\p{Cc}]+@[^\s@<>()[\]\\,;:"\p{Cc}]+$/u;
const CONTROL_CHARACTERS = /\p{Cc}+/gu;

/**
 * The message as nodemailer takes it. The Message-ID derives from the idempotency key, so that a
 * mail handed over twice can be known for the same. FocusError `input` `mail.refused` for a
 * recipient that is not one address, or a header that would begin another.
 */
export function toMimeMessage(message: MailMessage) {
  return {
    from: message.from,
    to: { name: '', address: checkedRecipient(message.to) },
    replyTo: message.replyTo,
    subject: singleLine(message.subject),
    text: message.text,
    html: message.html,
    ...(message.picture !== undefined && { attachments: [attachmentOf(message.picture)] }),
    headers: checkedHeaders(message.headers),
    messageId: `<${digestOf(message.idempotencyKey)}@${domainOf(message.from)}>`,
  };
}

function attachmentOf({ contentId, fileName, bytes }: MailPicture) {
  return {
    cid: contentId,
    filename: fileName,
    content: Buffer.from(bytes),
    contentType: 'image/jpeg',
    contentDisposition: 'inline' as const,
  };
}

export function checkedRecipient(address: string): string {
  if (address.length <= 320 && SINGLE_ADDRESS.test(address)) return address;
  throw refused('The recipient is not a single e-mail address.');
}

/** Header fields as they are sent. */
export function checkedHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  for (const [name, value] of Object.entries(headers)) {
    if (!/^[A-Za-z0-9-]+$/.test(name) || singleLine(value) !== value)
      throw refused(`The header "${singleLine(name)}" has a line break.`);
  }
  return { ...headers };
}

/** A name typed by somebody may be part of a subject: a line break in it must not begin a header. */
export function singleLine(text: string): string {
  return text.replace(CONTROL_CHARACTERS, ' ');
}

/** 32 hexadecimal digits: safe in a header and as the name of a file, whatever the key holds. */
export function digestOf(idempotencyKey: string): string {
  return createHash('sha256').update(idempotencyKey).digest('hex').slice(0, 32);
}

export function refused(message: string, cause?: unknown): FocusError {
  return new FocusError('input', 'mail.refused', message, { cause });
}

function domainOf(from: string): string {
  return /@([\w.-]+)>?$/.exec(from.trim())?.[1] ?? 'localhost';
}
