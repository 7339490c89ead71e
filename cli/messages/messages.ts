import type { Language } from './language.js';
import { help as helpEn } from './en/help.js';
import { publish as publishEn } from './en/publish.js';
import { startList as startListEn } from './en/start-list.js';
import { talk as talkEn } from './en/talk.js';
import { help as helpFr } from './fr/help.js';
import { publish as publishFr } from './fr/publish.js';
import { startList as startListFr } from './fr/start-list.js';
import { talk as talkFr } from './fr/talk.js';

/** The English catalogue is the form that every language fills in: the compiler sees gaps. */
export interface Messages {
  readonly help: typeof helpEn;
  readonly publish: typeof publishEn;
  readonly startList: typeof startListEn;
  readonly talk: typeof talkEn;
}

const CATALOGUES: Readonly<Record<Language, Messages>> = {
  en: { help: helpEn, publish: publishEn, startList: startListEn, talk: talkEn },
  fr: { help: helpFr, publish: publishFr, startList: startListFr, talk: talkFr },
};

export function messagesIn(language: Language): Messages {
  return CATALOGUES[language];
}
