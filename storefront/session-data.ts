/** A photo in a cart. No price: the server works it out whenever it shows or sells one. */
export interface CartLine {
  readonly photoId: string;
  readonly size: 'hd' | 'web';
}

declare module 'express-session' {
  /** What is kept of a visitor between two requests. Keys are slugs of events. */
  interface SessionData {
    carts: Readonly<Record<string, readonly CartLine[]>>;
    /** As typed; whether a code holds is looked up whenever the cart is priced. */
    discountCodes: Readonly<Record<string, string>>;
    /** The words that acknowledge a withdrawal just declared. */
    withdrawal: string;
    /** Proven by a mailed link: its purchases are shown, and the checkout has it filled in. */
    buyerEmail: string;
    /** Proven by the link of a take-down: others by the same visitor need no link. */
    provenEmail: string;
    favourites: Readonly<Record<string, readonly string[]>>;
  }
}
