import { PICTURE_ID, type Letter, type LetterBlock, type LetterFrame } from './letter.js';

/**
 * One narrow column, system fonts, no remote image (a photo travels with the mail) and no script. Colours are given for both
 * schemes, those of the shop, with a contrast of 4.5 or more, so that no reader has to invert them.
 */
const STYLE = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
body { margin: 0; padding: 24px 16px; background: #f6f5f0; color: #14171b;
  font: 16px/1.55 -apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif; }
main { max-width: 560px; margin: 0 auto; padding: 28px 28px 12px; background: #ffffff; border-radius: 10px; }
h1 { margin: 0 0 20px; font-size: 22px; line-height: 1.25; }
p { margin: 0 0 18px; white-space: pre-line; overflow-wrap: anywhere; }
a { color: #a8330f; }
a.action { display: inline-block; padding: 12px 22px; border: 2px solid #14171b; border-radius: 6px;
  background: #d7f94a; color: #14171b; font-weight: 700; text-decoration: none; }
table { width: 100%; margin: 0 0 18px; border-collapse: collapse; }
th, td { padding: 7px 0; border-bottom: 1px solid #d9d5cb; text-align: left; vertical-align: top; font-weight: 400; overflow-wrap: anywhere; }
td { text-align: right; font-weight: 600; }
footer { max-width: 560px; margin: 18px auto 0; padding: 0 28px; font-size: 13px; color: #5b5f66; }
@media (prefers-color-scheme: dark) {
  body { background: #0f1215; color: #f4f3ed; }
  main { background: #1a1e23; }
  a { color: #ff9d76; }
  a.action { color: #14171b; }
  th, td { border-color: #3a3f48; }
  footer { color: #aeb3bc; }
}`;

export function letterHtml(letter: Letter, frame: LetterFrame): string {
  return `<!doctype html>
<html lang="${escapeHtml(frame.language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(letter.subject)}</title>
<style>${STYLE}
</style>
</head>
<body>
<main>
<h1>${escapeHtml(letter.subject)}</h1>
${letter.blocks.map(blockHtml).join('\n')}
</main>
<footer>
<p>${escapeHtml(frame.footer)}
${linkHtml(frame.siteUrl, frame.siteUrl)}</p>
${frame.unsubscribe === undefined ? '' : `<p>${linkHtml(frame.unsubscribe.label, frame.unsubscribe.url)}</p>\n`}</footer>
</body>
</html>
`;
}

function blockHtml(block: LetterBlock): string {
  switch (block.kind) {
    case 'paragraph':
      return `<p>${escapeHtml(block.text)}</p>`;
    case 'picture':
      return `<p><img style="display: block; max-width: 100%; height: auto; border-radius: 6px" src="cid:${PICTURE_ID}" alt="${escapeHtml(block.alt)}"></p>`;
    case 'action':
      return `<p><a class="action" href="${escapeHtml(block.url)}">${escapeHtml(block.label)}</a></p>`;
    case 'facts':
      return `<table>\n${block.rows
        .map(
          ({ label, value }) =>
            `<tr><th scope="row">${escapeHtml(label)}</th><td>${escapeHtml(value)}</td></tr>`,
        )
        .join('\n')}\n</table>`;
  }
}

function linkHtml(label: string, url: string): string {
  return `<a href="${escapeHtml(url)}">${escapeHtml(label)}</a>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** For text between tags and for quoted attributes. */
function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
