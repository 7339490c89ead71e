import { randomBytes } from 'node:crypto';
import { link, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import MailComposer from 'nodemailer/lib/mail-composer';
import { FocusError } from '../../errors.js';
import { hasSystemCode } from '../../platform/system-error.js';
import type { Mailer } from '../../ports/mailer.js';
import { digestOf, toMimeMessage } from './mime-message.js';

/**
 * Writes each mail as an `.eml` file of the folder instead of sending it, readable by its owner
 * alone. The file is named by the idempotency key, so the same key again writes nothing.
 */
export function openOutboxMailer(folder: string): Mailer {
  return {
    name: 'outbox',
    async send(message) {
      const id = `${digestOf(message.idempotencyKey)}.eml`;
      const bytes = await new MailComposer(toMimeMessage(message)).compile().build();
      try {
        await mkdir(folder, { recursive: true, mode: 0o700 });
        await writeOnce(join(folder, id), bytes);
      } catch (cause) {
        throw new FocusError(
          'unavailable',
          'mail.outbox-not-writable',
          `The outbox ${folder} cannot be written to: ${String(cause)}`,
          { hint: 'Free some space, or make the folder writable.', cause },
        );
      }
      return { id };
    },
    close: () => Promise.resolve(),
  };
}

/** Whole or not at all; a file of this name that is there already stays. */
async function writeOnce(file: string, bytes: Uint8Array): Promise<void> {
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  await writeFile(draft, bytes, { mode: 0o600, flag: 'wx', flush: true });
  try {
    await link(draft, file).catch((error: unknown) => {
      if (!hasSystemCode(error, 'EEXIST')) throw error;
    });
  } finally {
    await rm(draft, { force: true });
  }
}
