import fc from 'fast-check';
import { parse } from 'node-html-parser';
import { describe, expect, test } from 'vitest';
import { isOptionalMailKind, OPTIONAL_MAIL_KINDS, type NewMail } from '../../core/domain/mail.js';
import { cents } from '../../core/domain/money.js';
import { renderMail } from '../../core/mail/render-mail.js';
import { sampleMails } from './sample-mails.js';

const SITE = {
  from: 'Focus Racer <photos@example.org>',
  publicUrl: 'https://photos.example.org',
};

function render(mail: NewMail) {
  const unsubscribeUrl = isOptionalMailKind(mail.kind)
    ? 'https://photos.example.org/unsubscribe/sample'
    : undefined;
  return renderMail(mail, { ...SITE, unsubscribeUrl });
}

/** No-break spaces and line breaks are a matter of setting. */
function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function sale(eventName: string): NewMail {
  return {
    kind: 'new-sale',
    key: 'new-sale:1',
    to: 'lea@example.org',
    language: 'en',
    data: {
      orderNumber: 'FR-1',
      eventName,
      currency: 'EUR',
      photoCount: 2,
      earnedCents: cents(900),
    },
  };
}

const LANGUAGES = ['en', 'fr'] as const;

describe.each(LANGUAGES)('in %s', (language) => {
  test.each(sampleMails(language))('a mail of kind $kind reads as it should', async (mail) => {
    const { subject, text, html, headers } = render(mail);
    const head = [`Subject: ${subject}`, ...Object.entries(headers).map((h) => h.join(': '))];
    const golden = `./golden/${mail.kind}.${language}`;
    await expect(`${head.join('\n')}\n\n${text}`).toMatchFileSnapshot(`${golden}.txt`);
    await expect(html).toMatchFileSnapshot(`${golden}.html`);
  });

  test.each(sampleMails(language))('the HTML of $kind says what its text says', (mail) => {
    const { text, html } = render(mail);
    const shown = plain(parse(html).querySelector('body')?.text ?? '');
    const links = parse(html)
      .querySelectorAll('a')
      .map((link) => link.getAttribute('href'));
    for (const line of text.split('\n')) {
      if (line === '' || line === '-- ') continue;
      if (line.startsWith('https://')) expect(links).toContain(line);
      else for (const part of line.split(/\s*:\s+|\s*:$/)) expect(shown).toContain(plain(part));
    }
  });
});

test('a language has every kind, and only the kinds one can do without offer to stop them', () => {
  const offers = sampleMails('fr').filter((mail) => 'List-Unsubscribe' in render(mail).headers);
  expect(offers.map((mail) => mail.kind).sort()).toEqual([...OPTIONAL_MAIL_KINDS].sort());
});

test('no mail asks for anything from another place', () => {
  for (const mail of LANGUAGES.flatMap(sampleMails)) {
    const document = parse(render(mail).html);
    expect(document.querySelectorAll('img, script, link, iframe, form')).toEqual([]);
    for (const link of document.querySelectorAll('a'))
      expect(link.getAttribute('href')).toMatch(/^https:\/\/photos\.example\.org\//);
  }
});

test('what people typed is shown as they typed it and never becomes markup', () => {
  const markup = fc.string({
    unit: fc.constantFrom('<', '>', '"', "'", '&', 'a', ' ', '=', '/', 'é'),
  });
  fc.assert(
    fc.property(markup, (eventName) => {
      const document = parse(render(sale(eventName)).html);
      const cells = document.querySelectorAll('td').map((cell) => cell.text);
      expect(cells).toContain(eventName);
      expect(document.querySelectorAll('main *').map((element) => element.rawTagName)).toEqual(
        parse(render(sale('plain')).html)
          .querySelectorAll('main *')
          .map((element) => element.rawTagName),
      );
    }),
  );
});
