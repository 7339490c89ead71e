import type { MailLanguage, NewMail } from '../domain/mail.js';
import type { MailMessage } from '../ports/mailer.js';
import { PICTURE_ID, type Letter } from './letter.js';
import { letterHtml } from './letter-html.js';
import { letterText } from './letter-text.js';
import { writeLetter } from './write-letter.js';

const FRAME_WORDS = {
  en: {
    footer: 'Focus Racer finds the photos of your race.',
    unsubscribe: 'No more mails of this kind',
  },
  fr: {
    footer: 'Focus Racer retrouve les photos de votre course.',
    unsubscribe: 'Ne plus recevoir ce type de message',
  },
} as const satisfies Record<MailLanguage, unknown>;

export interface MailAddresses {
  /** "Focus Racer <photos@example.org>". */
  readonly from: string;
  /** The storefront as the recipient reaches it: "https://photos.example.org". */
  readonly publicUrl: string;
  /** Who answers, where that is not the sender. */
  readonly replyTo?: string | undefined;
  /** Absolute; for the kinds that people can do without. */
  readonly unsubscribeUrl: string | undefined;
}

/**
 * The queued mail as it is handed to the mailer. Pure.
 *
 * @param photo a JPEG of the photo that it is about, where there is one that may be shown
 */
export function renderMail(
  mail: NewMail,
  addresses: MailAddresses,
  photo?: Uint8Array,
): MailMessage {
  const { publicUrl, unsubscribeUrl } = addresses;
  const { language } = mail;
  const link = (path: string) => new URL(path, publicUrl).href;
  const letter = withPhoto(writeLetter(mail, { language, link }), photo !== undefined);
  const words = FRAME_WORDS[language];
  const frame = {
    language,
    siteUrl: link('/'),
    footer: words.footer,
    unsubscribe:
      unsubscribeUrl === undefined ? undefined : { label: words.unsubscribe, url: unsubscribeUrl },
  };
  return {
    from: addresses.from,
    to: mail.to,
    replyTo: addresses.replyTo,
    subject: letter.subject,
    text: letterText(letter, frame),
    html: letterHtml(letter, frame),
    picture:
      photo !== undefined && letter.blocks.some(({ kind }) => kind === 'picture')
        ? { contentId: PICTURE_ID, fileName: 'photo.jpg', bytes: photo }
        : undefined,
    headers: {
      'Content-Language': language,
      // RFC 3834: no out-of-office note is wanted in answer.
      'Auto-Submitted': 'auto-generated',
      ...(unsubscribeUrl === undefined ? {} : unsubscribeHeaders(unsubscribeUrl)),
    },
    idempotencyKey: mail.key,
  };
}

function withPhoto(letter: Letter, hasPhoto: boolean): Letter {
  const { subject, blocks } = letter;
  return hasPhoto ? letter : { subject, blocks: blocks.filter(({ kind }) => kind !== 'picture') };
}

/** RFC 8058: the reader's own button posts to the URL, without showing a page. */
function unsubscribeHeaders(url: string): Record<string, string> {
  return {
    'List-Unsubscribe': `<${url}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  };
}
