import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { factsOf, SETTING_KEYS } from '../../../core/config/settings.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));

function filesIn(folder: string, ending: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)));
}

/** Mails that only sellers and operators get: they name commands. */
const TO_SELLERS =
  /templates\/(?:order-withdrawn|photo-taken-down|new-sale|operator-alarm|take-downs-alarm)\.ts$/;

/** Where every text is that visitors and buyers read. */
const sources = [
  ...filesIn('storefront/messages', '.ts'),
  ...filesIn('core/mail/templates', '.ts').filter((file) => !TO_SELLERS.test(file)),
  'core/domain/waiver-texts.ts',
  'core/documents/invoice-words.ts',
];

/** The words of a module, without its code and comments. */
function textsOf(file: string): string[] {
  const source = ts.createSourceFile(
    file,
    readFileSync(join(root, file), 'utf8'),
    ts.ScriptTarget.Latest,
  );
  const texts: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isTypeNode(node) || ts.isInterfaceDeclaration(node))
      return;
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node)) texts.push(node.text);
    if (ts.isTemplateMiddleOrTemplateTail(node)) texts.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return texts;
}

/** What a view prints by itself, without its code and its markup. */
function textOfView(file: string): string {
  return readFileSync(join(root, file), 'utf8')
    .replace(/<%[\s\S]*?%>/g, ' ')
    .replace(/<[^>]*>/g, ' ');
}

const SETTING = new RegExp(
  SETTING_KEYS.flatMap((key) => [
    // "host", "port" and "language" are words as well.
    ...(/[A-Z]/.test(key) ? [`\\b${key}\\b`] : []),
    factsOf(key).environment,
  ]).join('|'),
);
const INTERNAL =
  /\bfocusracer\b|\b(?:settings?|réglages?|gaps?|holes?|trous?|placeholders?|database|base de données|webhooks?|tokens?|jetons?|JSON|SQL|stack|undefined|null|config|bug|slug)\b/;
const PLACEHOLDER = /\[[\p{L} ,-]+\]|\bTODO\b|…\s*…|lorem ipsum/iu;

describe('what the public reads', () => {
  it('is looked at, or this test would see nothing', () => {
    expect(sources.length).toBeGreaterThan(35);
    expect(textsOf('storefront/messages/en/legal.ts')).toContain('Legal notice');
  });

  it.each([
    ['no name of a setting', SETTING],
    ['no word of how the shop is made', INTERNAL],
    ['nothing that waits to be filled in', PLACEHOLDER],
  ])('holds %s', (_, pattern) => {
    const found = [
      ...sources.flatMap((file) => textsOf(file).map((text) => [file, text] as const)),
      ...filesIn('storefront/views', '.ejs').map((file) => [file, textOfView(file)] as const),
    ].filter(([, text]) => pattern.test(text));
    expect(found).toEqual([]);
  });
});
