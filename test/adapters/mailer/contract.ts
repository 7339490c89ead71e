import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FocusError } from '../../../core/errors.js';
import type { Mailer, MailMessage } from '../../../core/ports/mailer.js';
import { madeJpeg } from '../../support/made-photos.js';

/** A mail as its recipient gets it. */
export interface ReceivedMail {
  readonly from: string;
  readonly to: readonly string[];
  readonly replyTo: string | undefined;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly headers: ReadonlyMap<string, string>;
  /** Pictures within the HTML, by content id. */
  readonly pictures: ReadonlyMap<string, Buffer>;
}

/** What every adapter's test provides. */
export interface MailerHarness {
  readonly mailer: Mailer;
  received(): Promise<ReceivedMail[]>;
  /** The service fails from now on as it does when it is overloaded or gone. */
  breakService(): void | Promise<void>;
  close(): Promise<void>;
}

let made = 0;

export function messageTo(to: string, changes: Partial<MailMessage> = {}): MailMessage {
  made += 1;
  return {
    from: 'Focus Racer <photos@example.org>',
    to,
    replyTo: undefined,
    subject: 'Vos photos sont prêtes ✓',
    text: 'Bonjour Léa,\n\n.une ligne qui commence par un point\nMerci\u00A0!\n',
    html: '<!doctype html><p>Bonjour <b>Léa</b> &amp; merci\u00A0!</p>',
    picture: undefined,
    headers: {},
    idempotencyKey: `order-paid:${made}`,
    ...changes,
  };
}

/** What the port promises, for any adapter. */
export function describeMailer(name: string, open: () => Promise<MailerHarness>): void {
  describe(`${name} as a mailer`, () => {
    let harness: MailerHarness;
    const send = (message: MailMessage) => harness.mailer.send(message);
    async function receivedBy(to: string): Promise<ReceivedMail[]> {
      return (await harness.received()).filter((mail) => mail.to.includes(to));
    }
    beforeAll(async () => {
      harness = await open();
    });
    afterAll(() => harness.close());

    test('a mail arrives as it was written, in any letters', async () => {
      const message = messageTo('lea@example.org', { replyTo: 'seller@example.org' });
      const { id } = await send(message);
      expect(id).not.toBe('');
      const [mail, ...more] = await receivedBy('lea@example.org');
      expect(more).toEqual([]);
      expect(mail?.from).toBe(message.from);
      expect(mail?.to).toEqual(['lea@example.org']);
      expect(mail?.replyTo).toBe('seller@example.org');
      expect(mail?.subject).toBe(message.subject);
      expect(mail?.text.replaceAll('\r\n', '\n').trimEnd()).toBe(message.text.trimEnd());
      expect(mail?.html.replaceAll('\r\n', '\n').trimEnd()).toBe(message.html);
    });

    test('a picture travels with the mail, named by its HTML', async () => {
      const bytes = await madeJpeg(1);
      await send(
        messageTo('picture@example.org', {
          html: '<p><img src="cid:photo@mail" alt=""></p>',
          picture: { contentId: 'photo@mail', fileName: 'photo.jpg', bytes },
        }),
      );
      const [mail] = await receivedBy('picture@example.org');
      expect(mail?.pictures.get('photo@mail')?.equals(bytes)).toBe(true);
      expect(mail?.html).toContain('cid:photo@mail');
    });

    test('the headers that stop mail are sent as they are', async () => {
      const url = `https://photos.example.org/unsubscribe/${'a1b2c3d4'.repeat(12)}`;
      const headers = {
        'List-Unsubscribe': `<${url}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      };
      await send(messageTo('stop@example.org', { headers }));
      const [mail] = await receivedBy('stop@example.org');
      expect(mail?.headers.get('list-unsubscribe')).toBe(`<${url}>`);
      expect(mail?.headers.get('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
    });

    test('a line break in a subject begins no header', async () => {
      const subject = 'Foulées\r\nBcc: stranger@example.org\nX-Bad: yes';
      await send(messageTo('break@example.org', { subject }));
      const [mail] = await receivedBy('break@example.org');
      expect(mail?.subject).toBe('Foulées Bcc: stranger@example.org X-Bad: yes');
      expect(mail?.headers.has('x-bad')).toBe(false);
      expect(await receivedBy('stranger@example.org')).toEqual([]);
    });

    test.each([
      'lea@example.org, stranger@example.org',
      'lea@example.org\r\nBcc: stranger@example.org',
      'Léa <lea@example.org>',
      'stranger@example.org>\r\nRCPT TO:<other@example.org',
      'nobody',
      '',
    ])('a recipient that is not one address is refused: %j', async (to) => {
      await expect(send(messageTo(to))).rejects.toMatchObject({
        kind: 'input',
        code: 'mail.refused',
      });
      expect(await receivedBy('stranger@example.org')).toEqual([]);
    });

    test('a header with a line break is refused', async () => {
      const headers = { 'X-Reason': 'a\r\nBcc: stranger@example.org' };
      await expect(send(messageTo('lea@example.org', { headers }))).rejects.toMatchObject({
        code: 'mail.refused',
      });
    });

    test('many at the same time arrive, each once', async () => {
      const addresses = Array.from({ length: 12 }, (_, index) => `many-${index}@example.org`);
      await Promise.all(addresses.map((to) => send(messageTo(to))));
      for (const to of addresses) expect(await receivedBy(to)).toHaveLength(1);
    });

    test('a service that fails is worth another try', async () => {
      await harness.breakService();
      const sending = send(messageTo('later@example.org'));
      await expect(sending).rejects.toBeInstanceOf(FocusError);
      await expect(sending).rejects.toMatchObject({ kind: 'unavailable' });
    });
  });
}
