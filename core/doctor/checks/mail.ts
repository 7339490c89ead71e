import type { Check } from '../check.js';
import type { ShopWords } from '../shop-words.js';
import { refused } from './refused.js';

export interface ChosenMailer {
  readonly service: 'resend' | 'smtp' | 'outbox';
  readonly sender: string;
}

const SERVICES = { resend: 'Resend', smtp: 'SMTP' } as const;

/** Whether mail reaches anybody; nothing is sent. */
export function checkMail(
  mail: { choose(): ChosenMailer; readonly isForOthers: boolean },
  words: ShopWords,
): Check {
  return {
    name: 'mail',
    run: () => {
      let chosen: ChosenMailer;
      try {
        chosen = mail.choose();
      } catch (error) {
        return refused(error, words);
      }
      const { sends, outbox } = words.mail;
      const { service, sender } = chosen;
      if (service !== 'outbox') return { status: 'ok', detail: sends(SERVICES[service], sender) };
      return mail.isForOthers
        ? { status: 'warn', ...outbox }
        : { status: 'ok', detail: outbox.detail };
    },
  };
}
