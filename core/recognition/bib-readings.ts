import type { Reading } from '../domain/reading.js';
import type { RgbImage } from '../ports/vision.js';
import type { TextCandidate } from './bib-candidates.js';
import { isLikelyBib } from './bib-likely.js';
import { agreeOn, opinionOf, textOf, type Opinion } from './bib-vote.js';
import { boundsOf, type TextBox } from './text-box.js';
import { cropText } from './text-crop.js';
import type { TextReader } from './text-reader.js';

/** From 0 to 1: below this a text with digits is looked at again, in other crops. */
const SURE = 0.9;
/**
 * Tighter and looser than the detector's box, and with more of what is beside it: in shares
 * of its width and height. What the grey padding does to a thin first "1", another crop undoes.
 */
const OTHER_CROPS = [
  { width: 0.93, height: 0.85 },
  { width: 1.05, height: 1.15 },
  { width: 1.2, height: 1.05 },
] as const;

/**
 * A thin "1" or "7" at the end of a short bib is easily left out of its box, and what is left
 * looks like a whole bib. In 257 photos another look gave five bibs the end they lacked, none of them
 * longer than four characters before, and spoiled none. `side` in heights of the box.
 */
const WIDER = { side: 0.35, longestText: 4, mostGained: 2 } as const;

/** Reads one candidate; undefined where it holds no character. */
export async function readCandidate(
  image: RgbImage,
  candidate: TextCandidate,
  reader: TextReader,
): Promise<Reading | undefined> {
  const look = async (box: TextBox) => opinionOf(await reader.read(cropText(image, box)));
  const opinion = await vote(candidate.box, look);
  if (opinion.characters.length === 0) return undefined;
  const reading = toReading(opinion, candidate, image);
  if (reading.text.length > WIDER.longestText || !isLikelyBib(reading)) return reading;
  const box = {
    ...candidate.box,
    width: candidate.box.width + 2 * WIDER.side * candidate.box.height,
  };
  const wider = await look(box);
  return isMoreOf(wider, reading.text) ? toReading(wider, { ...candidate, box }, image) : reading;
}

/** One look where it is sure, else as many as it takes for another to agree with the first. */
async function vote(box: TextBox, look: (box: TextBox) => Promise<Opinion>): Promise<Opinion> {
  const first = await look(box);
  if (first.weakest >= SURE || !/\d/.test(textOf(first))) return first;
  const others: Opinion[] = [];
  for (const { width, height } of OTHER_CROPS) {
    const other = await look({ ...box, width: box.width * width, height: box.height * height });
    others.push(other);
    if (textOf(other) === textOf(first)) break;
  }
  return agreeOn(first, others);
}

function isMoreOf(wider: Opinion, text: string): boolean {
  const widerText = textOf(wider);
  const gained = widerText.length - text.length;
  const isLonger = gained > 0 && gained <= WIDER.mostGained;
  return isLonger && wider.weakest >= SURE && widerText.includes(text);
}

function toReading(opinion: Opinion, { box, cut }: TextCandidate, image: RgbImage): Reading {
  const sum = opinion.characters.reduce((total, { probability }) => total + probability, 0);
  return {
    text: textOf(opinion),
    confidence: (100 * sum) / opinion.characters.length,
    weakestCharacter: 100 * opinion.weakest,
    box: toFractions(box, image),
    cut,
  };
}

function toFractions(box: TextBox, image: RgbImage): Reading['box'] {
  const bounds = boundsOf(box);
  const left = clamp(bounds.left / image.width);
  const top = clamp(bounds.top / image.height);
  return {
    left,
    top,
    width: clamp(bounds.right / image.width) - left,
    height: clamp(bounds.bottom / image.height) - top,
  };
}

function clamp(fraction: number): number {
  return Math.min(1, Math.max(0, fraction));
}
