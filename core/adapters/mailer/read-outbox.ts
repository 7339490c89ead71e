import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import PostalMime, { type Email } from 'postal-mime';
import { hasSystemCode } from '../../platform/system-error.js';

export interface OutboxMail {
  readonly id: string;
  readonly subject: string;
  readonly to: string;
  readonly writtenAt: Date;
}

export interface OutboxLetter extends OutboxMail {
  readonly from: string;
  readonly text: string;
  readonly html: string;
}

/** A page shows no more; the folder keeps all. */
const MOST_LISTED = 200;

/** The mails of an outbox folder, the latest first; none where nothing was written yet. */
export async function listOutbox(folder: string): Promise<OutboxMail[]> {
  const names = await readdir(folder).catch((error: unknown) => {
    if (hasSystemCode(error, 'ENOENT')) return [];
    throw error;
  });
  const mails: OutboxMail[] = [];
  for (const name of names.filter(isMailName)) {
    const { id, subject, to, writtenAt } = await read(folder, name);
    mails.push({ id, subject, to, writtenAt });
  }
  return mails
    .sort((a, b) => b.writtenAt.getTime() - a.writtenAt.getTime() || (a.id < b.id ? -1 : 1))
    .slice(0, MOST_LISTED);
}

/** Undefined where the outbox has no such mail. */
export async function readOutboxMail(
  folder: string,
  id: string,
): Promise<OutboxLetter | undefined> {
  if (!isMailName(id)) return undefined;
  return read(folder, id).catch((error: unknown) => {
    if (hasSystemCode(error, 'ENOENT')) return undefined;
    throw error;
  });
}

/** Named by us: nothing else in the folder is a mail, and no path leads out of it. */
function isMailName(name: string): boolean {
  return /^[0-9a-f]{32}\.eml$/.test(name);
}

async function read(folder: string, id: string): Promise<OutboxLetter> {
  const email = await PostalMime.parse(await readFile(join(folder, id)));
  return {
    id,
    subject: email.subject ?? '',
    from: addressText(email.from),
    to: (email.to ?? []).map(addressText).join(', '),
    writtenAt: new Date(email.date ?? 0),
    text: email.text ?? '',
    html: withPictures(email),
  };
}

/** A mail program shows an attached picture where the text names it; a browser needs it in place. */
function withPictures({ html = '', attachments }: Email): string {
  return attachments.reduce((text, { contentId, mimeType, content }) => {
    if (contentId === undefined || typeof content === 'string') return text;
    const data = Buffer.from(new Uint8Array(content)).toString('base64');
    return text.replaceAll(`cid:${contentId.slice(1, -1)}`, `data:${mimeType};base64,${data}`);
  }, html);
}

function addressText(address: Email['from']): string {
  if (address?.address === undefined) return '';
  return address.name === '' ? address.address : `${address.name} <${address.address}>`;
}
