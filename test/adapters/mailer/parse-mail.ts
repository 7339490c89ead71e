import PostalMime from 'postal-mime';
import type { ReceivedMail } from './contract.js';

/** The bytes of a mail as its recipient's program reads them. */
export async function parseMail(bytes: Uint8Array): Promise<ReceivedMail> {
  const mail = await PostalMime.parse(bytes);
  return {
    from: `${mail.from?.name ?? ''} <${mail.from?.address ?? ''}>`,
    to: (mail.to ?? []).map(({ address }) => address ?? ''),
    replyTo: mail.replyTo?.[0]?.address,
    subject: mail.subject ?? '',
    text: mail.text ?? '',
    html: mail.html ?? '',
    pictures: new Map(
      mail.attachments.flatMap(({ contentId, content }) =>
        contentId === undefined || typeof content === 'string'
          ? []
          : [[contentId.slice(1, -1), Buffer.from(new Uint8Array(content))] as const],
      ),
    ),
    headers: new Map(mail.headers.map(({ key, value }) => [key, value])),
  };
}
