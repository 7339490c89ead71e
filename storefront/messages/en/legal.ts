/** Who runs the shop, as far as the operator has said it. A text leaves out what is undefined. */
export interface Operator {
  readonly name: string | undefined;
  readonly address: string | undefined;
  readonly email: string | undefined;
  readonly registration: string | undefined;
  readonly vatNumber: string | undefined;
  readonly hosting: string | undefined;
  readonly mediator: string | undefined;
}

export interface LegalSection {
  readonly heading: string;
  /** A section of nothing but undefined is left out. */
  readonly paragraphs: readonly (string | undefined)[];
}

export interface LegalText {
  readonly title: string;
  readonly sections: readonly LegalSection[];
}

/** With commas between what there is. */
export function listed(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined).join(', ');
}

/** What a text says of something, where it is known. */
export function saying<T>(known: T | undefined, say: (known: T) => string): string | undefined {
  return known === undefined ? undefined : say(known);
}

function seller({ name, address }: Operator): string {
  if (name === undefined) return 'The operator of this shop';
  return address === undefined ? name : `${name}, ${address},`;
}

export const legal = {
  pages: {
    notice: (who: Operator): LegalText => ({
      title: 'Legal notice',
      sections: [
        {
          heading: 'Publisher',
          paragraphs: [
            listed(who.name, who.address),
            who.registration,
            saying(who.vatNumber, (number) => `VAT number: ${number}`),
          ],
        },
        { heading: 'Contact', paragraphs: [who.email] },
        { heading: 'Hosting', paragraphs: [who.hosting] },
        {
          heading: 'Rights in the photos',
          paragraphs: [
            'The photos belong to their photographers. What is shown here is watermarked and may not be copied, published or used to train software.',
          ],
        },
      ],
    }),
    terms: (who: Operator): LegalText => ({
      title: 'Terms of sale',
      sections: [
        {
          heading: 'Who sells',
          paragraphs: [
            `${seller(who)} sells the photos of all events in this shop and takes the payment; each event names whose photos they are. An order costs a service fee of EUR 1.00, shown before you pay.`,
          ],
        },
        {
          heading: 'What is sold',
          paragraphs: [
            'Digital copies of photos, as the original file or in web size, without watermark, for private use: to keep, print, show and share, not to sell or advertise with.',
          ],
        },
        {
          heading: 'Price and payment',
          paragraphs: [
            'Prices include VAT. The cheapest combination of packs is worked out for every cart. The contract is made when the payment succeeds.',
          ],
        },
        {
          heading: 'Delivery',
          paragraphs: [
            'The order page, to which your mail links, lets you download at once. The link holds 72 hours at the least, as the page says, and can be renewed from it.',
          ],
        },
        {
          heading: 'Withdrawal',
          paragraphs: [
            'Consumers may withdraw from a contract within 14 days. For digital content delivered at once, that right ends with the delivery, if you agreed to it before paying. The page “Withdraw from a purchase” takes your declaration without a login.',
          ],
        },
        {
          heading: 'If something is wrong',
          paragraphs: [
            saying(who.email, (email) => `Write to ${email}.`),
            'Your statutory rights for digital content that does not conform remain.',
            saying(
              who.mediator,
              (mediator) => `Consumers may turn to a mediator free of charge: ${mediator}.`,
            ),
          ],
        },
      ],
    }),
    privacy: (who: Operator): LegalText => ({
      title: 'Privacy',
      sections: [
        {
          heading: 'Who is responsible',
          paragraphs: [listed(who.name, who.address, who.email)],
        },
        {
          heading: 'Photos of you',
          paragraphs: [
            'Photos of a public race are shown so that those who ran find theirs. You need no reason to refuse: the page of each photo has a form that gets it hidden, which asks for nothing but an e-mail address.',
            saying(
              who.email,
              (email) => `To have a photo erased, or without e-mail, turn to us: ${email}.`,
            ),
          ],
        },
        {
          heading: 'Faces',
          paragraphs: [
            'Face templates are biometric data. They are used within one event only, to find photos of the same person, and are deleted after at most the time that the photographer set. A selfie you search with is never stored; what is kept is that somebody agreed, and to which text.',
          ],
        },
        {
          heading: 'Orders and mail',
          paragraphs: [
            'An order keeps your e-mail, what you bought and what the law asks of invoices. Payment data goes to the payment provider, not to us. Whoever follows an event can stop with one click in every mail.',
          ],
        },
        {
          heading: 'Cookies',
          paragraphs: [
            'Only what the shop needs to work: your cart and favourites, the address you signed in with, your language and theme, and a protection of forms, and a number by which this visit is told apart from others behind the same address. No advertising, no tracking, so no banner.',
          ],
        },
        {
          heading: 'Your rights',
          paragraphs: [
            `You may ask for access, rectification, erasure, restriction and a copy of your data, and object${saying(who.email, (email) => `: ${email}`) ?? ''}. You may also complain to your data protection authority.`,
          ],
        },
      ],
    }),
  },
};
