import type { Language } from './language.js';
import { demo as demoEn } from './en/demo.js';
import { editing as editingEn } from './en/editing.js';
import { folders as foldersEn } from './en/folders.js';
import { help as helpEn } from './en/help.js';
import { mails as mailsEn } from './en/mails.js';
import { orders as ordersEn } from './en/orders.js';
import { packs as packsEn } from './en/packs.js';
import { publish as publishEn } from './en/publish.js';
import { reports as reportsEn } from './en/reports.js';
import { selling as sellingEn } from './en/selling.js';
import { startList as startListEn } from './en/start-list.js';
import { takeDowns as takeDownsEn } from './en/take-downs.js';
import { talk as talkEn } from './en/talk.js';
import { times as timesEn } from './en/times.js';
import { demo as demoFr } from './fr/demo.js';
import { editing as editingFr } from './fr/editing.js';
import { folders as foldersFr } from './fr/folders.js';
import { help as helpFr } from './fr/help.js';
import { mails as mailsFr } from './fr/mails.js';
import { orders as ordersFr } from './fr/orders.js';
import { packs as packsFr } from './fr/packs.js';
import { publish as publishFr } from './fr/publish.js';
import { reports as reportsFr } from './fr/reports.js';
import { selling as sellingFr } from './fr/selling.js';
import { startList as startListFr } from './fr/start-list.js';
import { takeDowns as takeDownsFr } from './fr/take-downs.js';
import { talk as talkFr } from './fr/talk.js';
import { times as timesFr } from './fr/times.js';

/** The English catalogue is the form that every language fills in: the compiler sees gaps. */
export interface Messages {
  readonly demo: typeof demoEn;
  readonly editing: typeof editingEn;
  readonly folders: typeof foldersEn;
  readonly help: typeof helpEn;
  readonly mails: typeof mailsEn;
  readonly orders: typeof ordersEn;
  readonly packs: typeof packsEn;
  readonly publish: typeof publishEn;
  readonly reports: typeof reportsEn;
  readonly selling: typeof sellingEn;
  readonly startList: typeof startListEn;
  readonly takeDowns: typeof takeDownsEn;
  readonly talk: typeof talkEn;
  readonly times: typeof timesEn;
}

const CATALOGUES: Readonly<Record<Language, Messages>> = {
  en: {
    demo: demoEn,
    editing: editingEn,
    folders: foldersEn,
    help: helpEn,
    mails: mailsEn,
    orders: ordersEn,
    packs: packsEn,
    publish: publishEn,
    reports: reportsEn,
    selling: sellingEn,
    startList: startListEn,
    takeDowns: takeDownsEn,
    talk: talkEn,
    times: timesEn,
  },
  fr: {
    demo: demoFr,
    editing: editingFr,
    folders: foldersFr,
    help: helpFr,
    mails: mailsFr,
    orders: ordersFr,
    packs: packsFr,
    publish: publishFr,
    reports: reportsFr,
    selling: sellingFr,
    startList: startListFr,
    takeDowns: takeDownsFr,
    talk: talkFr,
    times: timesFr,
  },
};

export function messagesIn(language: Language): Messages {
  return CATALOGUES[language];
}
