/** A picture within the HTML, as `cid:<contentId>`; it travels with the mail and is fetched from nowhere. */
export interface MailPicture {
  readonly contentId: string;
  readonly fileName: string;
  /** A JPEG. */
  readonly bytes: Uint8Array;
}

/** One mail to one person. */
export interface MailMessage {
  readonly from: string;
  readonly to: string;
  readonly replyTo: string | undefined;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly picture: MailPicture | undefined;
  /** More header fields, such as List-Unsubscribe. */
  readonly headers: Readonly<Record<string, string>>;
  /** The same key again sends nothing new, where the service can tell. */
  readonly idempotencyKey: string;
}

/**
 * Hands mail over for delivery. FocusError `unavailable` where trying again may help, `input`
 * `mail.refused` where this message will never be taken, `config` `mail.sender-refused` where it is
 * our account or sender that is refused: no message to blame.
 */
export interface Mailer {
  readonly name: 'outbox' | 'smtp' | 'resend';
  send(message: MailMessage): Promise<{ readonly id: string }>;
  close(): Promise<void>;
}
