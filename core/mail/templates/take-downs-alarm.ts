import type { MailLanguage, TakeDownsAlarm } from '../../domain/mail.js';
import type { Alarm } from '../alarm.js';

const WORDS = {
  en: {
    subject: (event: string) => `Unusually many photos of ${event} are taken down`,
    what: 'More photos were taken down within a day than is usual. It may be a prank, or somebody who is in many of them. Beyond a limit further ones wait for a decision, and hide nothing. There is one alarm a day for an event.',
    todo: (list: string, undo: string) =>
      `Look who asked, and from where: ${list}. Undo a prank, at first to see what that would change: ${undo}`,
    event: 'Event',
    ofEvent: 'Within 24 hours',
    ofAddress: 'Of them by the last one’s address',
    ofNetwork: 'Of them from the last one’s network',
  },
  fr: {
    subject: (event: string) =>
      `Un nombre inhabituel de photos de «\u00A0${event}\u00A0» est retiré`,
    what: 'Plus de photos que d’habitude ont été retirées en une journée. C’est peut-être une farce, ou une personne qui figure sur beaucoup d’entre elles. Au-delà d’une limite, les suivantes attendent une décision et ne masquent rien. Il y a une alerte par jour et par événement.',
    todo: (list: string, undo: string) =>
      `Regardez qui l’a demandé, et d’où\u00A0: ${list}. Pour annuler une farce, en voyant d’abord ce que cela changerait\u00A0: ${undo}`,
    event: 'Événement',
    ofEvent: 'En 24 heures',
    ofAddress: 'Dont par l’adresse de la dernière',
    ofNetwork: 'Dont depuis le réseau de la dernière',
  },
};

export function takeDownsAlarm(values: TakeDownsAlarm, language: MailLanguage): Alarm {
  const words = WORDS[language];
  const { eventName, eventSlug, ofEvent, ofAddress, ofNetwork } = values;
  return {
    subject: words.subject(eventName),
    what: words.what,
    todo: words.todo(
      `focusracer takedowns list --event ${eventSlug} --since 1d`,
      `focusracer takedowns undo --event ${eventSlug} --since 1d --dry-run`,
    ),
    rows: [
      [words.event, eventName],
      [words.ofEvent, String(ofEvent)],
      [words.ofAddress, String(ofAddress)],
      [words.ofNetwork, String(ofNetwork)],
    ],
  };
}
