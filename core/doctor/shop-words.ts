/** What is to be told of the shop, in one language. */
export interface ShopWords {
  /** By the code of the error. English needs none: errors are written in it. */
  readonly refusals: Readonly<Record<string, Finding>>;
  readonly payments: {
    readonly money: string;
    readonly stripeTestMode: Finding;
    readonly testProvider: Finding;
  };
  readonly stripe: {
    readonly events: {
      /** The key may not read them. */
      readonly unseen: string;
      readonly all: (address: string) => string;
      readonly none: (address: string) => Finding;
      readonly missing: (events: string) => Finding;
    };
    readonly applePay: {
      readonly unseen: string;
      readonly active: (host: string) => string;
      readonly unregistered: (host: string) => Finding;
    };
  };
  readonly selling: {
    readonly sells: string;
    readonly paused: (reason: string) => Finding;
  };
  readonly address: {
    readonly hereAlone: (url: string) => string;
    readonly unreachable: (url: string) => Finding;
    readonly unencrypted: (url: string) => Finding;
    readonly noProxy: (url: string) => Finding;
  };
  readonly mail: {
    readonly sends: (service: string, sender: string) => string;
    readonly outbox: Finding;
  };
  readonly legalPages: {
    readonly filled: string;
    /** Of the settings that are missing. */
    readonly gaps: (settings: string) => Finding;
  };
  readonly metrics: {
    readonly byToken: string;
    readonly hereAlone: string;
    readonly noToken: Finding;
  };
}

export interface Finding {
  readonly detail: string;
  readonly fix: string;
}

const en: ShopWords = {
  refusals: {},
  payments: {
    money: 'money, by Stripe, which reports to /webhooks/stripe',
    stripeTestMode: {
      detail: "keys of Stripe's test mode: nobody is charged",
      fix: 'Set the three live keys of Stripe to be paid: stripeSecretKey, stripePublishableKey, stripeWebhookSecret.',
    },
    testProvider: {
      detail: 'test money: nobody is charged',
      fix: 'Set stripeSecretKey, stripePublishableKey and stripeWebhookSecret to be paid: as it is, photos are given away.',
    },
  },
  stripe: {
    events: {
      unseen: 'cannot tell: the key may not read webhook endpoints',
      all: (address) => `all that are needed are sent to ${address}`,
      none: (address) => ({
        detail: `Stripe sends no events to ${address}`,
        fix: 'Make an endpoint for this address in the dashboard of Stripe, with the events of docs/payments.md, and set stripeWebhookSecret to its signing secret.',
      }),
      missing: (events) => ({
        detail: `the endpoint is not subscribed to ${events}`,
        fix: 'Add these events to the endpoint in the dashboard of Stripe: without them it is asked, which takes longer.',
      }),
    },
    applePay: {
      unseen: 'cannot tell: the key may not read payment method domains',
      active: (host) => `is shown on ${host}`,
      unregistered: (host) => ({
        detail: `is not shown: ${host} is not registered with Stripe`,
        fix: 'Register the domain in the dashboard of Stripe (Settings, Payment method domains): buyers with an iPhone or a Mac pay by it.',
      }),
    },
  },
  selling: {
    sells: 'the payment provider takes money for the account that sells, as far as the shop knows',
    paused: (reason) => ({
      detail: `nothing is sold: the payment provider takes no money for the account that sells (${reason})`,
      fix: 'See to the account in the dashboard of the payment provider, then: focusracer selling --resume',
    }),
  },
  address: {
    hereAlone: (url) => `${url}, for this machine alone`,
    unreachable: (url) => ({
      detail: `links, mails and QR codes lead to ${url}, which others may not reach`,
      fix: 'focusracer config set publicUrl https://photos.example.org',
    }),
    unencrypted: (url) => ({
      detail: `${url}: what buyers send can be read on its way, and Stripe takes no live payment`,
      fix: 'Put a proxy that speaks https in front, and set publicUrl to its https address.',
    }),
    noProxy: (url) => ({
      detail: `${url}: visitors all look like the proxy that speaks https, and share one rate limit`,
      fix: 'focusracer config set trustProxy loopback, or the number or addresses of the proxies.',
    }),
  },
  mail: {
    sends: (service, sender) => `${service}, from ${sender}`,
    outbox: {
      detail: 'stays in the outbox: nobody receives any',
      fix: 'Set smtpUrl or resendApiKey, and mailFrom: buyers get their links by mail.',
    },
  },
  legalPages: {
    filled: 'name who runs the shop',
    gaps: (settings) => ({
      detail: `leave out what nobody has said: ${settings}`,
      fix: 'focusracer config set <setting> "...", for each of them, and have the text checked.',
    }),
  },
  metrics: {
    byToken: 'for whoever has the token',
    hereAlone: 'for this machine alone',
    noToken: {
      detail: 'for this machine at most: the shop is open to others and has no metricsToken',
      fix: 'focusracer config set metricsToken <at least 16 characters>, for Prometheus to send.',
    },
  },
};

const fr: ShopWords = {
  refusals: {
    'payments.stripe-incomplete': {
      detail: 'Stripe n’est réglé qu’à moitié : personne ne pourrait payer.',
      fix: 'Réglez stripeSecretKey, stripePublishableKey et stripeWebhookSecret, le secret d’un webhook chez Stripe vers /webhooks/stripe ; ou aucun des trois.',
    },
    'payments.stripe-mixed': {
      detail: 'Une clé de Stripe est réelle et l’autre de test : personne ne pourrait payer.',
      fix: 'Prenez stripeSecretKey, stripePublishableKey et stripeWebhookSecret dans le même mode de Stripe.',
    },
    'payments.test-in-production': {
      detail:
        'Aucun prestataire de paiement n’est réglé, et l’argent de test est refusé en production.',
      fix: 'Réglez les clés de Stripe, ou FOCUSRACER_TEST_PAYMENTS=allow si ce n’est qu’un essai.',
    },
    'serve.no-seller': {
      detail: 'On ne vend pas sans dire qui l’on est : il manque operatorName ou operatorAddress.',
      fix: 'focusracer config set operatorName "Photos du Lac SARL", et de même operatorAddress : factures et pages légales les montrent.',
    },
    'mail.no-sender': {
      detail: 'Personne n’a dit de qui viennent les mails de la boutique.',
      fix: 'focusracer config set mailFrom "Focus Racer <photos@example.org>"',
    },
  },
  payments: {
    money: 'argent réel, par Stripe, qui avertit /webhooks/stripe',
    stripeTestMode: {
      detail: 'clés du mode test de Stripe : personne n’est débité',
      fix: 'Pour être payé, réglez les trois clés réelles de Stripe : stripeSecretKey, stripePublishableKey, stripeWebhookSecret.',
    },
    testProvider: {
      detail: 'argent de test : personne n’est débité',
      fix: 'Pour être payé, réglez stripeSecretKey, stripePublishableKey et stripeWebhookSecret : en l’état, les photos sont données.',
    },
  },
  stripe: {
    events: {
      unseen: 'impossible à dire : la clé ne peut pas lire les webhooks',
      all: (address) => `tous ceux qu’il faut sont envoyés à ${address}`,
      none: (address) => ({
        detail: `Stripe n’envoie aucun événement à ${address}`,
        fix: 'Créez un webhook vers cette adresse dans le tableau de bord de Stripe, avec les événements de docs/payments.md, et réglez stripeWebhookSecret sur son secret de signature.',
      }),
      missing: (events) => ({
        detail: `le webhook n’est pas abonné à ${events}`,
        fix: 'Ajoutez ces événements au webhook dans le tableau de bord de Stripe : sans eux on le lui demande, ce qui prend plus de temps.',
      }),
    },
    applePay: {
      unseen: 'impossible à dire : la clé ne peut pas lire les domaines de paiement',
      active: (host) => `s’affiche sur ${host}`,
      unregistered: (host) => ({
        detail: `ne s’affiche pas : ${host} n’est pas enregistré chez Stripe`,
        fix: 'Enregistrez le domaine dans le tableau de bord de Stripe (Paramètres, domaines des moyens de paiement) : les acheteurs sur iPhone ou Mac paient ainsi.',
      }),
    },
  },
  selling: {
    sells:
      'le prestataire de paiement encaisse pour le compte du vendeur, autant que la boutique le sache',
    paused: (reason) => ({
      detail: `rien n'est vendu : le prestataire de paiement n'encaisse pas pour le compte du vendeur (${reason})`,
      fix: 'Vérifiez le compte dans le tableau de bord du prestataire, puis : focusracer selling --resume',
    }),
  },
  address: {
    hereAlone: (url) => `${url}, pour cette machine seule`,
    unreachable: (url) => ({
      detail: `liens, mails et codes QR mènent à ${url}, que d’autres n’atteignent peut-être pas`,
      fix: 'focusracer config set publicUrl https://photos.example.org',
    }),
    unencrypted: (url) => ({
      detail: `${url} : ce qu’envoient les acheteurs peut être lu en route, et Stripe n’encaisse rien de réel`,
      fix: 'Mettez devant un proxy qui parle https, et réglez publicUrl sur son adresse https.',
    }),
    noProxy: (url) => ({
      detail: `${url} : tous les visiteurs ressemblent au proxy qui parle https, et partagent une seule limite`,
      fix: 'focusracer config set trustProxy loopback, ou le nombre ou les adresses des proxys.',
    }),
  },
  mail: {
    sends: (service, sender) => `${service}, de ${sender}`,
    outbox: {
      detail: 'reste dans la boîte d’envoi : personne n’en reçoit',
      fix: 'Réglez smtpUrl ou resendApiKey, et mailFrom : les acheteurs reçoivent leurs liens par mail.',
    },
  },
  legalPages: {
    filled: 'disent qui tient la boutique',
    gaps: (settings) => ({
      detail: `passent sous silence ce que personne n’a dit : ${settings}`,
      fix: 'focusracer config set <réglage> "…", pour chacun, et faites vérifier le texte.',
    }),
  },
  metrics: {
    byToken: 'pour qui a le jeton',
    hereAlone: 'pour cette machine seule',
    noToken: {
      detail:
        'pour cette machine tout au plus : la boutique est ouverte à d’autres, sans metricsToken',
      fix: 'focusracer config set metricsToken <au moins 16 caractères>, que Prometheus enverra.',
    },
  },
};

export const SHOP_WORDS = { en, fr } as const;
