import { z } from 'zod';
import { trustedProxies } from './trusted-proxies.js';

/** Written as a number in a file, as text in the environment or on the command line. */
function integer(lowest: number, highest: number) {
  const text = z
    .string()
    .trim()
    .regex(/^-?\d+$/)
    .transform(Number);
  return z.union([z.number(), text]).pipe(z.int().min(lowest).max(highest));
}

function decimal(lowest: number, highest: number) {
  const text = z
    .string()
    .trim()
    .regex(/^-?\d+(\.\d+)?$/)
    .transform(Number);
  return z.union([z.number(), text]).pipe(z.number().min(lowest).max(highest));
}

const line = z.string().trim().min(1).max(300);

/** Every setting there is. What is optional has no value unless somebody gives one. */
export const settingsSchema = z.strictObject({
  databaseUrl: z
    .string()
    .regex(/^postgres(ql)?:\/\/\S+$/)
    .optional(),
  objects: z.string().trim().min(1).optional(),
  engine: z.enum(['local']).default('local'),
  workers: integer(1, 256).optional(),
  language: z.enum(['en', 'fr']).optional(),
  // Laplacian variance at a fixed size; the 30 is the product's.
  blurThreshold: decimal(0, 100_000).default(30),
  // Bits that differ between two 64-bit perceptual hashes; 7 is the most that the index finds.
  nearDuplicateDistance: integer(0, 7).default(5),
  similarityThreshold: decimal(50, 100).default(85),
  watermarkText: z.string().trim().min(1).max(60).default('Focus Racer'),
  watermarkPicture: z.string().trim().min(1).optional(),
  faceRetentionDays: integer(1, 3650).default(90),
  // The largest originals of today's cameras, 16-bit TIFF of 100 megapixels, have about 600 MB.
  maxFileBytes: integer(1024, 2 ** 32).default(1024 ** 3),
  // Loopback: a storefront is shown to the world by a decision, not by chance.
  host: z
    .string()
    .trim()
    .regex(/^[\w.:-]+$/)
    .default('127.0.0.1'),
  port: integer(0, 65_535).default(4780),
  publicUrl: z
    .string()
    .trim()
    .regex(/^https?:\/\/[\w.:[\]-]+\/?$/i)
    .transform((url) => new URL(url).origin)
    .optional(),
  trustProxy: trustedProxies.optional(),
  metricsToken: z.string().min(16).optional(),
  shopSecret: z.string().min(32).optional(),
  // A name and an address, or an address alone. No line break: it becomes a header.
  mailFrom: z
    .string()
    .trim()
    .max(200)
    .regex(/^([^<>\p{Cc}]+ )?<[^\s@<>,;]+@[^\s@<>,;]+>$|^[^\s@<>,;]+@[^\s@<>,;]+$/u)
    .optional(),
  smtpUrl: z
    .string()
    .regex(/^smtps?:\/\/\S+$/)
    .refine((url) => URL.canParse(url))
    .optional(),
  resendApiKey: z.string().trim().min(8).optional(),
  logLevel: z.enum(['error', 'warn', 'info', 'debug']).default('info'),
  // Who runs the shop: for the legal pages, which leave out whatever is not given.
  operatorName: line.optional(),
  operatorAddress: line.optional(),
  operatorEmail: line.optional(),
  operatorRegistration: line.optional(),
  operatorHosting: line.optional(),
  operatorMediator: line.optional(),
  // Percent, within all prices; 0 for a seller who charges none, which invoices then say.
  vatRate: decimal(0, 99.99).default(20),
  vatNumber: line.optional(),
  stripeSecretKey: z
    .string()
    .trim()
    .regex(/^[sr]k_\w+$/)
    .optional(),
  stripePublishableKey: z
    .string()
    .trim()
    .regex(/^pk_\w+$/)
    .optional(),
  stripeWebhookSecret: z
    .string()
    .trim()
    .regex(/^whsec_[^\s,]+(?:\s*,\s*whsec_[^\s,]+)*$/)
    .optional(),
  sellerAccount: z
    .string()
    .trim()
    .regex(/^acct_\w+$/)
    .optional(),
});

export type Settings = z.infer<typeof settingsSchema>;
export type SettingKey = keyof Settings;

export interface SettingFacts {
  /** `<environment>_FILE` names a file that holds the value instead. */
  readonly environment: string;
  /** What may be written, completing "expected ...". */
  readonly allowed: string;
  /** What holds when nobody gives a value and the schema has no default. */
  readonly unset?: string;
  /** Shown without what it hides. */
  readonly isSecret?: true;
  /** A relative path is relative to the place it was written in. */
  readonly isPath?: true;
}

const SETTING_FACTS = {
  databaseUrl: {
    environment: 'DATABASE_URL',
    allowed: 'postgres://user:password@host:port/database',
    unset: 'the embedded server',
    isSecret: true,
  },
  objects: {
    environment: 'FOCUSRACER_OBJECTS',
    allowed: 'a folder',
    unset: 'objects in the data home',
    isPath: true,
  },
  engine: { environment: 'FOCUSRACER_ENGINE', allowed: 'local' },
  workers: {
    environment: 'FOCUSRACER_WORKERS',
    allowed: 'a whole number from 1 to 256',
    unset: 'one per core',
  },
  language: {
    environment: 'FOCUSRACER_LANGUAGE',
    allowed: 'en or fr',
    unset: 'that of the system',
  },
  blurThreshold: { environment: 'FOCUSRACER_BLUR_THRESHOLD', allowed: 'a number from 0 to 100000' },
  nearDuplicateDistance: {
    environment: 'FOCUSRACER_NEAR_DUPLICATE_DISTANCE',
    allowed: 'a whole number from 0 to 7',
  },
  similarityThreshold: {
    environment: 'FOCUSRACER_SIMILARITY_THRESHOLD',
    allowed: 'a number from 50 to 100',
  },
  watermarkText: {
    environment: 'FOCUSRACER_WATERMARK_TEXT',
    allowed: 'a text of 1 to 60 characters',
  },
  watermarkPicture: {
    environment: 'FOCUSRACER_WATERMARK_PICTURE',
    allowed: 'a PNG file, best with a transparent background',
    unset: 'none: the text is laid over public versions',
    isPath: true,
  },
  faceRetentionDays: {
    environment: 'FOCUSRACER_FACE_RETENTION_DAYS',
    allowed: 'a whole number from 1 to 3650',
  },
  maxFileBytes: {
    environment: 'FOCUSRACER_MAX_FILE_BYTES',
    allowed: 'a whole number from 1024 to 4294967296',
  },
  host: { environment: 'FOCUSRACER_HOST', allowed: 'a host name or address to listen on' },
  port: { environment: 'FOCUSRACER_PORT', allowed: 'a whole number from 0 to 65535' },
  publicUrl: {
    environment: 'FOCUSRACER_PUBLIC_URL',
    allowed: 'https://photos.example.org, without a path',
    unset: 'the address it listens on',
  },
  trustProxy: {
    environment: 'FOCUSRACER_TRUST_PROXY',
    allowed: 'the number of proxies in front (0 to 9), or their addresses separated by commas',
    unset: 'no proxy: X-Forwarded-For is ignored',
  },
  metricsToken: {
    environment: 'FOCUSRACER_METRICS_TOKEN',
    allowed: 'a token of at least 16 characters',
    unset: 'none: metrics are given to this machine alone',
    isSecret: true,
  },
  shopSecret: {
    environment: 'FOCUSRACER_SHOP_SECRET',
    allowed: 'a text of at least 32 characters, the same on every machine of one shop',
    unset: 'one made for this data home',
    isSecret: true,
  },
  logLevel: { environment: 'FOCUSRACER_LOG_LEVEL', allowed: 'error, warn, info or debug' },
  operatorName: {
    environment: 'FOCUSRACER_OPERATOR_NAME',
    allowed: 'a name, with its legal form',
    unset: 'left out of the legal pages',
  },
  operatorAddress: {
    environment: 'FOCUSRACER_OPERATOR_ADDRESS',
    allowed: 'a postal address',
    unset: 'left out of the legal pages',
  },
  operatorEmail: {
    environment: 'FOCUSRACER_OPERATOR_EMAIL',
    allowed: 'an e-mail address, and a telephone number if there is one',
    unset: 'left out of the legal pages',
  },
  operatorRegistration: {
    environment: 'FOCUSRACER_OPERATOR_REGISTRATION',
    allowed: 'register and VAT numbers',
    unset: 'left out of the legal pages',
  },
  operatorHosting: {
    environment: 'FOCUSRACER_OPERATOR_HOSTING',
    allowed: 'who hosts the shop, with address',
    unset: 'left out of the legal pages',
  },
  operatorMediator: {
    environment: 'FOCUSRACER_OPERATOR_MEDIATOR',
    allowed: 'the consumer mediator, with address',
    unset: 'left out of the legal pages',
  },
  mailFrom: {
    environment: 'FOCUSRACER_MAIL_FROM',
    allowed: 'a name and an address, such as Focus Racer <photos@example.org>',
    unset: 'Focus Racer <no-reply@localhost>',
  },
  smtpUrl: {
    environment: 'FOCUSRACER_SMTP_URL',
    allowed: 'smtp://user:password@host:587 or smtps://user:password@host:465',
    unset: 'mail stays in the outbox of the data home',
    isSecret: true,
  },
  resendApiKey: {
    environment: 'RESEND_API_KEY',
    allowed: 'a key of Resend',
    unset: 'mail goes by SMTP or stays in the outbox',
    isSecret: true,
  },
  vatRate: {
    environment: 'FOCUSRACER_VAT_RATE',
    allowed: 'a number of percent from 0 to 99.99',
  },
  vatNumber: {
    environment: 'FOCUSRACER_VAT_NUMBER',
    allowed: 'a text of 1 to 300 characters, for invoices and the legal notice',
    unset: 'not given',
  },
  stripeSecretKey: {
    environment: 'STRIPE_SECRET_KEY',
    allowed: 'a secret key of Stripe, sk_... or rk_...',
    unset: 'none: payments are test money',
    isSecret: true,
  },
  stripePublishableKey: {
    environment: 'STRIPE_PUBLISHABLE_KEY',
    allowed: 'a publishable key of Stripe, pk_...',
    unset: 'none',
  },
  stripeWebhookSecret: {
    environment: 'STRIPE_WEBHOOK_SECRET',
    allowed:
      'the signing secret of the webhook at Stripe, whsec_...; of several, separated by commas',
    unset: 'none',
    isSecret: true,
  },
  sellerAccount: {
    environment: 'FOCUSRACER_SELLER_ACCOUNT',
    allowed: 'a connected account of Stripe, acct_...',
    unset: 'none: the owner of the keys sells',
  },
} as const satisfies Record<SettingKey, SettingFacts>;

/** In the order of the schema. */
export const SETTING_KEYS = settingsSchema.keyof().options;

/** `databaseUrl`, also when written `database-url`; `undefined` when there is no such setting. */
export function settingKey(name: string): SettingKey | undefined {
  const camelCase = name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
  return SETTING_KEYS.find((key) => key === camelCase);
}

export function factsOf(key: SettingKey): SettingFacts {
  return SETTING_FACTS[key];
}
