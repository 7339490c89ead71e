/**
 * What people call a camera: "Canon" and "Canon EOS 600D" give "Canon EOS 600D", "NIKON CORPORATION"
 * and "NIKON D750" give "Nikon D750". Undefined where the photo says nothing.
 */
export function cameraName(
  make: string | undefined,
  model: string | undefined,
): string | undefined {
  const maker = make === undefined ? '' : spaced(make);
  const body = model === undefined ? '' : spaced(model);
  // "RICOH IMAGING COMPANY, LTD." writes "PENTAX K-1": people go by the name on the body.
  const brand = brandAtStart(body) ?? brandWithin(maker) ?? withoutLegalForm(maker);
  const name = [brand, withoutStart(withoutStart(body, maker), brand)].filter(Boolean).join(' ');
  return name === '' ? undefined : name;
}

/** Brands whose makers write them in capitals, with a legal form, or under the name of an owner. */
const BRANDS: readonly (readonly [name: string, written: RegExp])[] = [
  ['Canon', /\bcanon\b/i],
  ['Nikon', /\bnikon\b/i],
  ['Sony', /\bsony\b/i],
  ['Fujifilm', /\b(?:fujifilm|fuji photo film)\b/i],
  ['Olympus', /\bolympus\b/i],
  ['OM System', /\bom (?:system|digital solutions)\b/i],
  ['Panasonic', /\bpanasonic\b/i],
  ['Pentax', /\bpentax\b/i],
  ['Ricoh', /\bricoh\b/i],
  ['Leica', /\bleica\b/i],
  ['Hasselblad', /\bhasselblad\b/i],
  ['Konica Minolta', /\bkonica minolta\b/i],
  ['Minolta', /\bminolta\b/i],
  ['Kodak', /\bkodak\b/i],
  ['Samsung', /\bsamsung\b/i],
  ['Casio', /\bcasio\b/i],
  ['Sigma', /\bsigma\b/i],
];

function brandWithin(text: string): string | undefined {
  return BRANDS.find(([, written]) => written.test(text))?.[0];
}

function brandAtStart(text: string): string | undefined {
  return BRANDS.find(([, written]) => written.exec(text)?.index === 0)?.[0];
}

const LEGAL_FORM =
  /[\s,]+(?:co(?:rp(?:oration)?|mpany)?|inc|ltd|limited|llc|gmbh|ag|imaging|technology|technologies)\.?$/i;

function withoutLegalForm(maker: string): string {
  const shorter = maker.replace(LEGAL_FORM, '');
  return shorter === maker ? maker : withoutLegalForm(shorter);
}

/** "EOS 600D" of "Canon EOS 600D"; "Canonet" begins with another word than "Canon". */
function withoutStart(text: string, start: string): string {
  const isStart =
    start !== '' &&
    text.toLowerCase().startsWith(start.toLowerCase()) &&
    !/^[\p{L}\p{N}]/u.test(text.slice(start.length));
  return isStart ? text.slice(start.length).replace(/^[\s_-]+/, '') : text;
}

function spaced(text: string): string {
  return text.trim().replace(/\s+/g, ' ');
}
