import { LANGUAGES } from '../messages/language.js';
import { wordsIn, type Words } from '../messages/messages.js';

type Sport = keyof Words['home']['sports'];

/** A sport as the visitor calls it, in whichever language the organiser wrote it; one that is not known, as written. */
export function sportName(written: string, { home }: Words): string {
  const sports = Object.keys(home.sports) as Sport[];
  const typed = written.trim().toLowerCase();
  const known = sports.find((sport) =>
    LANGUAGES.some((language) => wordsIn(language).home.sports[sport].toLowerCase() === typed),
  );
  return known === undefined ? written : home.sports[known];
}

/** "Nice · running". */
export function placeAndSport(
  { place, sport }: { readonly place: string | undefined; readonly sport: string | undefined },
  words: Words,
): string {
  return [place, sport && sportName(sport, words)].filter((one) => one !== undefined).join(' · ');
}
