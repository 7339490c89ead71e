import { isPublic } from '../config/local-url.js';
import type { Settings } from '../config/settings.js';
import type { SellingPause } from '../db/queries/selling-pauses.js';
import { isProduction } from '../sale-settings.js';
import type { Check } from './check.js';
import { checkLegalPages } from './checks/legal-pages.js';
import { checkMail, type ChosenMailer } from './checks/mail.js';
import { checkMetrics } from './checks/metrics.js';
import { checkPayments } from './checks/payments.js';
import { checkPublicAddress } from './checks/public-address.js';
import { checkSelling } from './checks/selling.js';
import { checkApplePay, checkStripeEvents, type StripeShop } from './checks/stripe-setup.js';
import { SHOP_WORDS } from './shop-words.js';

export interface ShopParts {
  readonly settings: Settings;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly language: 'en' | 'fr';
  findSellingPause(): Promise<SellingPause | undefined>;
  /** Undefined where Stripe takes no money, or the shop has no address for others. */
  readonly stripe: StripeShop | undefined;
  /** FocusError `mail.no-sender`. */
  chooseMailer(): ChosenMailer;
}

/** Whether the shop is ready for those who can reach it: on one's own machine it need not be. */
export function shopChecks(parts: ShopParts): readonly Check[] {
  const { settings, environment, stripe } = parts;
  const words = SHOP_WORDS[parts.language];
  const isForOthers = isPublic(settings) || isProduction(environment);
  return [
    checkPayments({ settings, environment, isForOthers }, words),
    ...(stripe === undefined
      ? []
      : [checkStripeEvents(stripe, words), checkApplePay(stripe, words)]),
    checkSelling(() => parts.findSellingPause(), words),
    checkPublicAddress(settings, words),
    checkMail({ choose: () => parts.chooseMailer(), isForOthers }, words),
    checkLegalPages({ settings, isForOthers }, words),
    checkMetrics(settings, words),
  ];
}
