import type { MailData, MailKind, MailLanguage } from '../domain/mail.js';
import type { Letter } from './letter.js';

export interface TemplateContext {
  readonly language: MailLanguage;
  /** Makes a path of the storefront absolute. */
  link(path: string): string;
}

/** Writes one kind of mail. Pure: the same data gives the same letter. */
export type Template<Kind extends MailKind> = (
  data: MailData[Kind],
  context: TemplateContext,
) => Letter;
