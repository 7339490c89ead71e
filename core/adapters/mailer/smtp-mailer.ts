import { createTransport } from 'nodemailer';
import { z } from 'zod';
import { FocusError } from '../../errors.js';
import type { Mailer } from '../../ports/mailer.js';
import { refused, toMimeMessage } from './mime-message.js';

export interface SmtpOptions {
  /** `smtp://user:password@host:587` (STARTTLS) or `smtps://user:password@host:465` (TLS). */
  readonly url: string;
  /** A certificate to trust besides those of the system, as PEM. */
  readonly trustedCertificate?: string;
}

/** Long enough for greylisting servers that greet slowly; a stopped one must not hold the queue. */
const TIMEOUT_MS = 20_000;

/**
 * Sends over SMTP. The connection is encrypted, except to a server on this machine that asks for
 * no password. Errors: those of the port, and FocusError `config` `mail.sender-refused` where the
 * server refuses the account, the sender or encryption: the message is not to blame.
 */
export function openSmtpMailer({ url, trustedCertificate }: SmtpOptions): Mailer {
  const target = new URL(url);
  const transport = createTransport({
    host: target.hostname.replace(/^\[|\]$/g, ''),
    port: Number(target.port) || (target.protocol === 'smtps:' ? 465 : 587),
    secure: target.protocol === 'smtps:',
    requireTLS: needsEncryption(target),
    auth:
      target.username === ''
        ? undefined
        : {
            user: decodeURIComponent(target.username),
            pass: decodeURIComponent(target.password),
          },
    tls: trustedCertificate === undefined ? undefined : { ca: trustedCertificate },
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
    // A mail of ours never reads a file or a page by itself.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    name: 'smtp',
    async send(message) {
      const mime = toMimeMessage(message);
      try {
        const { messageId } = await transport.sendMail(mime);
        return { id: messageId };
      } catch (error) {
        throw explained(error);
      }
    },
    close() {
      transport.close();
      return Promise.resolve();
    },
  };
}

function needsEncryption(target: URL): boolean {
  const isLoopback = ['localhost', '127.0.0.1', '[::1]'].includes(target.hostname);
  return target.username !== '' || !isLoopback;
}

/** What nodemailer says of an error, as far as we rely on it. */
const smtpErrorSchema = z.object({
  command: z.string().optional(),
  responseCode: z.number().optional(),
});

function explained(error: unknown): FocusError {
  const text = error instanceof Error ? error.message : String(error);
  const { command, responseCode } = smtpErrorSchema.catch({}).parse(error);
  // RFC 5321, 4.2.1: 5yz is final, 4yz may pass another time.
  const isFinal = responseCode !== undefined && responseCode >= 500;
  const isAboutMail = command === 'RCPT TO' || command === 'DATA';
  if (isFinal && isAboutMail) return refused(`The mail server refuses this mail: ${text}`, error);
  if (isFinal) {
    return new FocusError('config', 'mail.sender-refused', `The mail server refuses us: ${text}`, {
      hint: 'Check smtpUrl and mailFrom; the server has to offer encryption.',
      cause: error,
    });
  }
  return new FocusError('unavailable', 'mail.unreachable', `The mail server failed: ${text}`, {
    hint: 'Check that the server of smtpUrl runs and takes encrypted connections.',
    cause: error,
  });
}
