import type { Knex } from 'knex';
import { initial } from './0001-initial.js';
import { packs } from './0002-packs.js';
import { orders } from './0003-orders.js';
import { storefront } from './0004-storefront.js';
import { mail } from './0005-mail.js';
import { operations } from './0006-operations.js';
import { sponsorFrames } from './0007-sponsor-frames.js';
import { paymentChecks } from './0008-payment-checks.js';
import { spots } from './0009-spots.js';
import { selfieLanguage } from './0010-selfie-language.js';
import { signInLinks } from './0011-sign-in-links.js';
import { visitors } from './0012-visitors.js';
import { moneyThatMoved } from './0014-money-that-moved.js';
import { useLimits } from './0016-use-limits.js';
import { sellingPauses } from './0017-selling-pauses.js';
import { confirmedTakeDowns } from './0018-confirmed-take-downs.js';
import { timeZones } from './0019-time-zones.js';
import { covers } from './0019b-covers.js';
import { selfieTexts } from './0020-selfie-texts.js';
import { buyers } from './0022-buyers.js';

export interface Migration {
  /** Without extension: the same name whether run from .ts or compiled .js. */
  readonly name: string;
  up(db: Knex): Promise<void>;
}

export const migrations: readonly Migration[] = [
  { name: '0001-initial', up: initial },
  { name: '0002-packs', up: packs },
  { name: '0003-orders', up: orders },
  { name: '0004-storefront', up: storefront },
  { name: '0005-mail', up: mail },
  { name: '0006-operations', up: operations },
  { name: '0007-sponsor-frames', up: sponsorFrames },
  { name: '0008-payment-checks', up: paymentChecks },
  { name: '0009-spots', up: spots },
  { name: '0010-selfie-language', up: selfieLanguage },
  { name: '0011-sign-in-links', up: signInLinks },
  { name: '0012-visitors', up: visitors },
  { name: '0014-money-that-moved', up: moneyThatMoved },
  { name: '0016-use-limits', up: useLimits },
  { name: '0017-selling-pauses', up: sellingPauses },
  { name: '0018-confirmed-take-downs', up: confirmedTakeDowns },
  { name: '0019-time-zones', up: timeZones },
  { name: '0019b-covers', up: covers },
  { name: '0020-selfie-texts', up: selfieTexts },
  { name: '0022-buyers', up: buyers },
];
