/** Matches an npm package whether or not it could be resolved. */
const packages = (...names) => `(?:^|node_modules/)(?:${names.join('|')})(?:/|$)`;

const network = '^(?:node:)?(?:net|http|https|http2|tls|dns|dgram|child_process|cluster)(?:/|$)';
/** The order of the stages. */
const processPhoto = '^core/pipeline/process-photo\\.ts$';

/** An SDK has one home: whoever wants to replace it has one folder to change. */
const home = (name, sdk, folders) => ({
  name: `${name}-has-one-home`,
  severity: 'error',
  from: { path: '^(?:core|cli|storefront)/', pathNot: folders },
  to: { path: packages(...sdk) },
});

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'core-imports-no-interface',
      comment: 'The core is used by the command line and the storefront and knows neither.',
      severity: 'error',
      from: { path: '^core/' },
      to: { path: '^(?:cli|storefront)/' },
    },
    {
      name: 'cli-and-storefront-are-strangers',
      severity: 'error',
      from: { path: '^(cli|storefront)/' },
      to: { path: '^(?:cli|storefront)/', pathNot: '^$1/' },
    },
    {
      name: 'core-has-one-door',
      comment: 'And a hatch for the language, which --help needs before all else.',
      severity: 'error',
      from: { path: '^(?:cli|storefront)/' },
      to: { path: '^core/', pathNot: '^core/(?:index|configured-language)\\.ts$' },
    },
    {
      name: 'domain-imports-only-domain',
      comment: 'Hashing is arithmetic, so crypto is allowed.',
      severity: 'error',
      from: { path: '^core/domain/' },
      to: { pathNot: '^core/(?:domain/|errors\\.ts$)|^(?:node:)?crypto$' },
    },
    {
      name: 'ports-import-only-domain',
      comment: "Types of Node's own streams are allowed: they are the language of the port.",
      severity: 'error',
      from: { path: '^core/ports/' },
      to: { pathNot: '^core/(?:domain|ports)/|^(?:node:)?stream(?:/|$)' },
    },
    {
      name: 'stages-touch-nothing-outside',
      comment: 'What is done to one photo turns values into values, wherever it runs.',
      severity: 'error',
      from: { path: `^core/(?:image|recognition|linking)/|${processPhoto}` },
      to: { path: `^core/(?:adapters|db|config|usecases|doctor)/|${network}` },
    },
    {
      name: 'stages-open-no-files',
      comment: 'Models and originals are opened for them, by image and recognition.',
      severity: 'error',
      from: { path: `^core/linking/|${processPhoto}` },
      to: { path: '^(?:node:)?fs(?:/|$)' },
    },
    {
      name: 'adapters-are-chosen-in-the-composition-roots',
      severity: 'error',
      from: {
        path: '^core/',
        pathNot: ['^core/adapters/', '^core/(?:parts|shop|shop-[a-z]+|examine|worker)\\.ts$'],
      },
      to: { path: '^core/adapters/' },
    },
    home('sharp', ['sharp'], '^core/(?:image|bench)/'),
    home('database-client', ['knex', 'pg'], '^core/db/'),
    home('onnxruntime', ['onnxruntime-node', 'onnxruntime-common'], '^core/recognition/'),
    home('usearch', ['usearch'], '^core/linking/'),
    home('piscina', ['piscina'], '^core/(?:pipeline/|threads/|bench/|worker\\.ts$)'),
    home('exiftool', ['exiftool-vendored'], '^core/export/'),
    home('xml', ['saxes'], '^core/export/'),
    home('aws', ['@aws-sdk', '@smithy'], '^core/adapters/'),
    home('stripe', ['stripe'], '^core/adapters/'),
    home('mail', ['resend', 'nodemailer'], '^core/adapters/'),
    home('pdf', ['pdfkit'], '^core/(?:documents|drawing)/'),
    home('qr-codes', ['qrcode'], '^core/drawing/'),
    home('terminal', ['commander', 'ink', 'react'], '^cli/'),
    home('web', ['express', 'ejs'], '^storefront/'),
    {
      name: 'pages-draw-in-threads',
      comment:
        'What draws keeps the thread of the pages from answering. Side threads are started by the name of their file, which is no import.',
      severity: 'error',
      from: { path: '^core/shop\\.ts$' },
      to: { path: packages('sharp', 'pdfkit', 'qrcode'), reachable: true },
    },
    {
      name: 'no-development-dependency-in-the-program',
      severity: 'error',
      from: { path: '^(?:core|cli|storefront)/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'nothing-unresolved',
      severity: 'error',
      from: { path: '^(?:core|cli|storefront)/' },
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
