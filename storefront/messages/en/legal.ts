/** Who runs the shop, as the operator's settings say; a gap shows where they say nothing. */
export interface Operator {
  readonly name: string;
  readonly address: string;
  readonly email: string;
  readonly registration: string;
  readonly hosting: string;
  readonly mediator: string;
}

export interface LegalSection {
  readonly heading: string;
  readonly paragraphs: readonly string[];
}

export interface LegalText {
  readonly title: string;
  readonly sections: readonly LegalSection[];
}

export const legal = {
  gaps: {
    name: '[name and legal form of the operator]',
    address: '[postal address]',
    email: '[e-mail address]',
    registration: '[register and VAT numbers]',
    hosting: '[hosting provider, with address]',
    mediator: '[consumer mediator, with address]',
  } as Operator,
  draftNote:
    'This page has gaps. The operator fills them with the settings operatorName, operatorAddress, operatorEmail, operatorRegistration, operatorHosting and operatorMediator, and has the text checked.',
  pages: {
    notice: (who: Operator): LegalText => ({
      title: 'Legal notice',
      sections: [
        { heading: 'Publisher', paragraphs: [`${who.name}, ${who.address}`, who.registration] },
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
            `${who.name}, ${who.address}, sells the photos of all events in this shop and takes the payment; each event names whose photos they are. An order costs a service fee of EUR 1.00, shown before you pay.`,
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
            'The order page, to which your mail links, lets you download at once. The link holds 72 hours and can be renewed from that page.',
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
            `Write to ${who.email}. Your statutory rights for digital content that does not conform remain.`,
            `Consumers may turn to a mediator free of charge: ${who.mediator}.`,
          ],
        },
      ],
    }),
    privacy: (who: Operator): LegalText => ({
      title: 'Privacy',
      sections: [
        {
          heading: 'Who is responsible',
          paragraphs: [`${who.name}, ${who.address}, ${who.email}`],
        },
        {
          heading: 'Photos of you',
          paragraphs: [
            'Photos of a public race are shown so that those who ran find theirs. You need no reason to refuse: every photo has a button that hides it at once. Write to us to have it erased.',
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
            'Only what the shop needs to work: your cart and favourites, the address you signed in with, your language and theme, and a protection of forms. No advertising, no tracking, so no banner.',
          ],
        },
        {
          heading: 'Your rights',
          paragraphs: [
            `You may ask for access, rectification, erasure, restriction and a copy of your data, and object: ${who.email}. You may also complain to your data protection authority.`,
          ],
        },
      ],
    }),
  },
};
