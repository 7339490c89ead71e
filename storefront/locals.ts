import type { Language } from './messages/language.js';
import type { Words } from './messages/messages.js';
import type { Visitor } from './visitor-token.js';

export const THEMES = ['auto', 'light', 'dark'] as const;

export type Theme = (typeof THEMES)[number];

declare global {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- how Express lets itself be told.
  namespace Express {
    /** What the middleware knows of every request, for routers and views. */
    interface Locals {
      language: Language;
      words: Words;
      theme: Theme;
      /** For the hidden field `csrfToken` of every form. */
      csrfToken: string;
      requestId: string;
      /** By the token of the request; undefined where it came without one. */
      visitor: Visitor | undefined;
    }
  }
}
