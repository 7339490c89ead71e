import type { PhotoId } from './ids.js';
import type { Cents, Currency } from './money.js';
import type { OrderProblem } from './order.js';
import type { TakeDownCounts } from './take-down.js';

/**
 * What each kind of mail says. Paths begin with "/" and are made absolute when the mail is
 * written; times are ISO 8601 in UTC and shown in `timeZone`. Stored as JSON until sent.
 */
export interface MailData {
  /** To the buyer: the money is sure, the photos can be downloaded. */
  readonly 'order-paid': OrderFacts &
    DownloadFacts & {
      readonly photoCount: number;
      /** The photo that the mail shows, as everybody sees it. */
      readonly photoId?: PhotoId;
      readonly subtotalCents: Cents;
      readonly discountCents: Cents;
      readonly serviceFeeCents: Cents;
      readonly totalCents: Cents;
      /** What the buyer agreed to; undefined in mails queued before it was said. */
      readonly waiver?: {
        readonly text: string | undefined;
        readonly version: string;
        readonly acceptedAt: string;
      };
    };
  /** To the buyer: a debit was ordered, the money is not sure yet. */
  readonly 'order-pending': OrderFacts & {
    readonly orderPath: string;
    readonly totalCents: Cents;
    /** Where the buyer pays elsewhere; undefined for a debit. */
    readonly voucher?: { readonly until: string | undefined; readonly timeZone: string };
  };
  /** To the buyer: nothing was paid. `retryPath` leads back to the checkout or the event. */
  readonly 'payment-failed': OrderFacts & {
    readonly retryPath: string;
    readonly totalCents: Cents;
  };
  /** To the buyer. `downloadsEnded` where the refund revokes the downloads. */
  readonly 'order-refunded': OrderFacts & {
    readonly refundedCents: Cents;
    readonly downloadsEnded: boolean;
  };
  /** To the buyer, who asked for a new link. */
  readonly 'download-renewed': OrderFacts & DownloadFacts;
  /** To the buyer: the acknowledgement that the law asks for, with what was declared and when. */
  readonly 'withdrawal-received': OrderFacts & {
    readonly declaration: string;
    readonly receivedAt: string;
    readonly timeZone: string;
  };
  /** To the seller, or whoever runs the shop: a buyer declared a withdrawal, which nobody has answered yet. */
  readonly 'order-withdrawn': OrderFacts & {
    readonly receivedAt: string;
    readonly timeZone: string;
  };
  /** To the seller. */
  readonly 'new-sale': OrderFacts & {
    readonly photoCount: number;
    /** What the seller earns: the price without the service fee. */
    readonly earnedCents: Cents;
  };
  /** To whoever runs the shop: something happened that nobody else will see to. */
  readonly 'operator-alarm': OperatorAlarm;
  /** To a follower: one digest of the photos not announced before. */
  readonly 'photos-available': FollowFacts & {
    readonly photosPath: string;
    readonly photoCount: number;
    /** The photo that the mail shows. */
    readonly photoId?: PhotoId;
  };
  /** To somebody who wants to follow an event; nothing else is sent before they confirm. */
  readonly 'follow-confirmation': FollowFacts & { readonly confirmPath: string };
  /** To whoever typed the address, so that the link proves it is theirs. */
  readonly 'sign-in': { readonly signInPath: string };
  /** To whoever typed the address: nothing happens before they press the button that it leads to. */
  readonly 'take-down-confirmation': {
    readonly eventName: string;
    /** What to quote when writing about it. */
    readonly reference: string;
    readonly confirmPath: string;
    readonly confirmUntil: string;
    readonly timeZone: string;
  };
  /** To whoever asked for a photo to be taken down. */
  readonly 'take-down-received': TakeDownFacts & {
    /** held: a person looks at it first. `hidden` in mails queued before there was another. */
    readonly outcome?: 'hidden' | 'held';
    /** Where to write; the mail's sender where undefined. */
    readonly contact?: string;
  };
  /** To the seller, or whoever runs the shop: a visitor took a photo down. */
  readonly 'photo-taken-down': TakeDownFacts & {
    /** The visitor's own words, where there are any. */
    readonly reason?: string;
    /** `standing` in mails queued before there was another. */
    readonly outcome?: 'standing' | 'sold' | 'held';
  };
  /** To a buyer: photos were taken from them, and what they paid for these goes back. */
  readonly 'purchase-taken-down': OrderFacts & {
    readonly photoCount: number;
    readonly refundCents: Cents;
    /** The order has no photo left. */
    readonly isLast: boolean;
    readonly purchasesPath: string;
  };
}

interface TakeDownFacts {
  readonly eventName: string;
  /** What to quote when writing about it, and by which the seller decides. */
  readonly reference: string;
  readonly receivedAt: string;
  readonly timeZone: string;
}

/** What an alarm tells of, by its kind. */
interface AlarmValues {
  /** The payment provider takes no money for the seller: nothing is sold for the moment. */
  readonly 'selling-paused': { readonly account: string | undefined; readonly reason: string };
  /** The provider did not take an order's amount. */
  readonly 'payment-refused': { readonly orderNumber: string; readonly reason: string };
  readonly 'order-problem': { readonly orderNumber: string; readonly problem: OrderProblem };
  readonly 'payout-failed': {
    /** The provider's name for it. */
    readonly payoutId: string;
    readonly amountCents: Cents;
    /** Of the account; not always that of the orders. */
    readonly currency: string;
    /** The provider's own words. */
    readonly reason: string;
  };
  readonly 'take-downs': TakeDownsAlarm;
}

/** How many photos of an event were taken down within 24 hours. */
export interface TakeDownsAlarm extends TakeDownCounts {
  readonly eventName: string;
  readonly eventSlug: string;
}

export type OperatorAlarm = {
  readonly [Kind in keyof AlarmValues]: {
    readonly alarm: Kind;
    readonly values: AlarmValues[Kind];
  };
}[keyof AlarmValues];

interface OrderFacts {
  readonly orderNumber: string;
  readonly eventName: string;
  readonly currency: Currency;
}

interface DownloadFacts {
  /** The order page, with the token that opens it. */
  readonly orderPath: string;
  /** Undefined where the link downloads for good. */
  readonly downloadUntil?: string;
  readonly timeZone: string;
}

interface FollowFacts {
  readonly eventName: string;
  /** Whose photos are awaited; all of the event's where undefined. */
  readonly bib?: string;
}

export type MailKind = keyof MailData;
export type MailLanguage = 'en' | 'fr';
/** `failed`: given up. `skipped`: not wanted any more. */
export type MailState = 'queued' | 'sent' | 'skipped' | 'failed';

/** A mail to send. The union ties the data to the kind. */
export type NewMail = {
  readonly [Kind in MailKind]: {
    readonly kind: Kind;
    /** Names the fact it tells, such as "order-paid:<order>": the same key never makes a second mail. */
    readonly key: string;
    readonly to: string;
    readonly language: MailLanguage;
    readonly data: MailData[Kind];
  };
}[MailKind];

/** The kinds that people can do without; the others tell them of something they did. */
export const OPTIONAL_MAIL_KINDS = [
  'photos-available',
  'new-sale',
  // Whoever types somebody else's address can have one sent.
  'follow-confirmation',
] as const satisfies readonly MailKind[];

export type OptionalMailKind = (typeof OPTIONAL_MAIL_KINDS)[number];

export function isOptionalMailKind(kind: string): kind is OptionalMailKind {
  return OPTIONAL_MAIL_KINDS.some((optional) => optional === kind);
}
