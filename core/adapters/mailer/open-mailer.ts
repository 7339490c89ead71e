import type { DataHome } from '../../config/data-home.js';
import type { Settings } from '../../config/settings.js';
import { FocusError } from '../../errors.js';
import type { Mailer } from '../../ports/mailer.js';

/** What an outbox on one's own machine says of itself. */
const OUTBOX_SENDER = 'Focus Racer <no-reply@localhost>';

/** Who sends mail: Resend where there is a key, else SMTP where there is a server, else nobody. */
export function chooseMailer({
  resendApiKey,
  smtpUrl,
}: Pick<Settings, 'resendApiKey' | 'smtpUrl'>): 'resend' | 'smtp' | 'outbox' {
  if (resendApiKey !== undefined) return 'resend';
  return smtpUrl === undefined ? 'outbox' : 'smtp';
}

/**
 * Who mail comes from. FocusError `config` `mail.no-sender` where a service is to send it and nobody
 * said from whom.
 */
export function senderOf(settings: Settings): string {
  if (settings.mailFrom !== undefined) return settings.mailFrom;
  if (chooseMailer(settings) === 'outbox') return OUTBOX_SENDER;
  throw new FocusError('config', 'mail.no-sender', 'Nobody said who the shop’s mail comes from.', {
    hint: 'Set mailFrom, for example: focusracer config set mailFrom "Focus Racer <photos@example.org>"',
  });
}

/** As {@link chooseMailer} says. */
export async function openMailer(settings: Settings, home: DataHome): Promise<Mailer> {
  if (settings.resendApiKey !== undefined) {
    const { openResendMailer } = await import('./resend-mailer.js');
    return openResendMailer({ apiKey: settings.resendApiKey });
  }
  if (settings.smtpUrl !== undefined) {
    const { openSmtpMailer } = await import('./smtp-mailer.js');
    return openSmtpMailer({ url: settings.smtpUrl });
  }
  const { openOutboxMailer } = await import('./outbox-mailer.js');
  return openOutboxMailer(home.outbox);
}
