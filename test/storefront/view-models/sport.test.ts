import { describe, expect, it } from 'vitest';
import { wordsIn } from '../../../storefront/messages/messages.js';
import { placeAndSport, sportName } from '../../../storefront/view-models/sport.js';

describe('the sport of an event', () => {
  it('is told in the visitor’s language, whichever the organiser wrote', () => {
    expect(sportName('running', wordsIn('fr'))).toBe('course à pied');
    expect(sportName('Course à pied', wordsIn('en'))).toBe('running');
    expect(sportName('Trail', wordsIn('en'))).toBe('trail running');
    expect(sportName('Trail', wordsIn('fr'))).toBe('trail');
  });

  it('stays as written where it is not known', () => {
    expect(sportName('Canicross', wordsIn('fr'))).toBe('Canicross');
    expect(sportName('constructor', wordsIn('fr'))).toBe('constructor');
  });

  it('stands beside the town, where there is one', () => {
    const fr = wordsIn('fr');
    expect(placeAndSport({ place: 'Nice', sport: 'running' }, fr)).toBe('Nice · course à pied');
    expect(placeAndSport({ place: 'Nice', sport: undefined }, fr)).toBe('Nice');
    expect(placeAndSport({ place: undefined, sport: undefined }, fr)).toBe('');
  });
});
