import { Resend, type ErrorResponse } from 'resend';
import { FocusError } from '../../errors.js';
import type { Mailer } from '../../ports/mailer.js';
import { checkedHeaders, checkedRecipient, refused, singleLine } from './mime-message.js';

export interface ResendOptions {
  readonly apiKey: string;
  /** Where the service answers; its own address unless given. */
  readonly baseUrl?: string;
}

/** The SDK has no limit of its own. */
const TIMEOUT_MS = 20_000;

/**
 * Sends by Resend, which keeps idempotency keys for 24 hours. Errors: those of the port, and
 * FocusError `config` `mail.sender-refused` where it refuses the key or the sender's domain.
 */
export function openResendMailer({ apiKey, baseUrl }: ResendOptions): Mailer {
  const resend = new Resend(apiKey, baseUrl === undefined ? {} : { baseUrl });
  return {
    name: 'resend',
    async send(message) {
      const { data, error } = await resend.emails.send(
        {
          from: message.from,
          to: [checkedRecipient(message.to)],
          subject: singleLine(message.subject),
          text: message.text,
          html: message.html,
          headers: checkedHeaders(message.headers),
          ...(message.picture !== undefined && {
            attachments: [
              {
                filename: message.picture.fileName,
                content: Buffer.from(message.picture.bytes).toString('base64'),
                contentType: 'image/jpeg',
                contentId: message.picture.contentId,
              },
            ],
          }),
          ...(message.replyTo === undefined ? {} : { replyTo: message.replyTo }),
        },
        { idempotencyKey: message.idempotencyKey, signal: AbortSignal.timeout(TIMEOUT_MS) },
      );
      if (error === null) return { id: data.id };
      // The key was used with other words, by a release before this one: that mail was taken.
      if (error.name === 'invalid_idempotent_request') return { id: message.idempotencyKey };
      throw explained(error);
    },
    close: () => Promise.resolve(),
  };
}

const ABOUT_US: readonly ErrorResponse['name'][] = [
  'missing_api_key',
  'restricted_api_key',
  'invalid_api_key',
  'invalid_from_address',
  'invalid_access',
];

function explained(error: ErrorResponse): FocusError {
  const { name, statusCode, message } = error;
  if (ABOUT_US.includes(name) || statusCode === 401 || statusCode === 403) {
    return new FocusError(
      'config',
      'mail.sender-refused',
      `Resend refuses our key or sender: ${message}`,
      { hint: 'Check resendApiKey and mailFrom.', cause: error },
    );
  }
  const mayPass =
    statusCode === null ||
    statusCode >= 500 ||
    statusCode === 429 ||
    name === 'concurrent_idempotent_requests';
  if (!mayPass) return refused(`Resend refuses this mail: ${message}`, error);
  return new FocusError('unavailable', 'mail.unreachable', `Resend did not answer: ${message}`, {
    hint: 'It is tried again by itself.',
    cause: error,
  });
}
