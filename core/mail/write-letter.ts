import type { MailData, MailKind, NewMail } from '../domain/mail.js';
import type { Letter } from './letter.js';
import type { Template, TemplateContext } from './template.js';
import { downloadRenewed } from './templates/download-renewed.js';
import { followConfirmation } from './templates/follow-confirmation.js';
import { newSale } from './templates/new-sale.js';
import { operatorAlarm } from './templates/operator-alarm.js';
import { orderPaid } from './templates/order-paid.js';
import { orderPending } from './templates/order-pending.js';
import { orderRefunded } from './templates/order-refunded.js';
import { orderWithdrawn } from './templates/order-withdrawn.js';
import { paymentFailed } from './templates/payment-failed.js';
import { photoTakenDown } from './templates/photo-taken-down.js';
import { photosAvailable } from './templates/photos-available.js';
import { purchaseTakenDown } from './templates/purchase-taken-down.js';
import { signIn } from './templates/sign-in.js';
import { takeDownConfirmation } from './templates/take-down-confirmation.js';
import { takeDownReceived } from './templates/take-down-received.js';
import { withdrawalReceived } from './templates/withdrawal-received.js';

const TEMPLATES: { readonly [Kind in MailKind]: Template<Kind> } = {
  'order-paid': orderPaid,
  'order-pending': orderPending,
  'payment-failed': paymentFailed,
  'order-refunded': orderRefunded,
  'download-renewed': downloadRenewed,
  'withdrawal-received': withdrawalReceived,
  'order-withdrawn': orderWithdrawn,
  'new-sale': newSale,
  'operator-alarm': operatorAlarm,
  'photos-available': photosAvailable,
  'follow-confirmation': followConfirmation,
  'sign-in': signIn,
  'take-down-confirmation': takeDownConfirmation,
  'take-down-received': takeDownReceived,
  'purchase-taken-down': purchaseTakenDown,
  'photo-taken-down': photoTakenDown,
};

/** The letter of a queued mail, by the template of its kind. */
export function writeLetter(
  mail: Pick<NewMail, 'kind' | 'data'>,
  context: TemplateContext,
): Letter {
  return letterOf(mail.kind, mail.data, context);
}

function letterOf<Kind extends MailKind>(
  kind: Kind,
  data: MailData[Kind],
  context: TemplateContext,
): Letter {
  return TEMPLATES[kind](data, context);
}
