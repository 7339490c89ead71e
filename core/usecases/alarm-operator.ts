import { enqueueMail } from '../db/queries/mails.js';
import type { Db } from '../db/query.js';
import type { OperatorAlarm } from '../domain/mail.js';
import type { Operator } from './operator.js';

/**
 * Tells whoever runs the shop, by mail, of something that nobody else will see to; each key once.
 * Where no address is set there is nobody to tell: it has to be shown elsewhere, too.
 */
export async function alarmOperator(
  transaction: Db,
  operator: Operator,
  { key, ...data }: OperatorAlarm & { readonly key: string },
): Promise<void> {
  if (operator.email === undefined) return;
  await enqueueMail(transaction, {
    kind: 'operator-alarm',
    key: `operator-alarm:${key}`,
    to: operator.email,
    language: operator.language,
    data,
  });
}
