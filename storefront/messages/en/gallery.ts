import type { Emptiness, SelfieRefusal, UnknownPart } from '../../../core/index.js';

/** The gallery of an event: search, filters, photos, and why there are none. */
export const gallery = {
  description: (event: string, photos: string) =>
    `${photos} photos of ${event}. Find yours by bib, name or time.`,
  descriptionEmpty: (event: string) => `Photos of ${event}, as soon as they are there.`,
  facts: (photos: string, bibs: string) =>
    `${photos} ${photos === '1' ? 'photo' : 'photos'} · ${bibs} ${bibs === '1' ? 'bib' : 'bibs'} found`,
  lastArrival: 'Last photo added:',
  by: (seller: string) => `Photos: ${seller}`,
  findTitle: 'Find my photos',
  findLabel: 'Bib or name',
  findHint: 'The number you wore, or your name as it is on the start list.',
  findHintBibOnly: 'The number you wore.',
  find: 'Find me',
  /** Before the bib that was looked for last on this device. */
  lastBib: 'Last time:',
  forgetBib: 'Forget the bibs that were looked for on this device',
  byLetters: 'Search by name',
  byDigits: 'Search by bib',
  /** `#` stands for how many, where there are several. */
  namesFound: (names: number): string => (names === 1 ? '1 name below' : '# names below'),
  moreFilters: 'By time, place or photographer',
  from: 'From',
  until: 'Until',
  day: 'Day',
  anyDay: 'Any day',
  spot: 'Where on the course',
  anySpot: 'Everywhere',
  spotWithCount: (spot: string, photos: string) => `${spot} (${photos})`,
  photographer: 'Photographer',
  anyPhotographer: 'All photographers',
  unnamedPhotographer: (position: number) => `Photographer ${position}`,
  withCamera: (name: string, camera: string) => `${name} (${camera})`,
  timeZone: (zone: string) => `Local time of the event (${zone}).`,
  apply: 'Show photos',
  clear: 'All photos',
  byBib: (bib: string) => `Photos of bib ${bib}`,
  byName: (text: string) => `Photos of “${text}”`,
  all: 'All photos',
  someone: (name: string, race: string) => (race === '' ? name : `${name}, ${race}`),
  runners: 'On the start list',
  runnerPhotos: (photos: number) =>
    photos === 0 ? 'no photo yet' : photos === 1 ? '1 photo' : `${photos} photos`,
  /** On the button that takes them all to the checkout; the price has its currency. */
  buyAll: (photos: number, price: string | undefined) =>
    `${photos === 1 ? 'This photo' : `All ${photos} photos`}${price === undefined ? '' : `, ${price}`}`,
  buyAllBesides: (photos: number, price: string) =>
    `${photos === 1 ? 'This photo' : `All ${photos} photos`}, ${price} more`,
  buyAllFree: (photos: number) =>
    photos === 1 ? 'This photo, free' : `All ${photos} photos, free`,
  addToCart: '+ Cart',
  addTimed: (time: string) => `Add the photo of ${time} to my cart`,
  changeSearch: 'Change search',
  photoCount: (photos: number) => (photos === 1 ? '1 photo' : `${photos} photos`),
  typed: (text: string) => `“${text}”`,
  span: (from: string | undefined, until: string | undefined) =>
    until === undefined
      ? `from ${from}`
      : from === undefined
        ? `until ${until}`
        : `${from}–${until}`,
  filtered: 'Photos found',
  alt: 'Race photo',
  altBib: (bib: string) => `Photo of bib ${bib}`,
  altTime: (alt: string, time: string) => `${alt}, ${time}`,
  favourite: 'Add to favourites',
  inCart: 'In your cart',
  unfavourite: 'Remove from favourites',
  more: 'Show more photos',
  loading: 'Loading more photos…',
  end: 'That was the last photo.',
  loaded: (photos: number) => `${photos} more photos`,
  nearMisses: 'Bibs that look like it',
  nearMiss: (bib: string, photos: number) =>
    photos === 1 ? `${bib} (1 photo)` : `${bib} (${photos} photos)`,
  emptyTitles: {
    'no-photos-yet': 'No photos yet',
    'still-arriving': 'Not yet: photos are still coming in',
    'bib-not-listed': 'This bib is not on the start list',
    'bib-without-photos': 'No photo with this bib yet',
    'no-start-list': 'This event cannot be searched by name',
    'name-not-listed': 'Nobody of that name is on the start list',
    'name-without-photos': 'No photo of them yet',
    'filtered-out': 'No photo fits this search',
    'unknown-filter': 'This search does not exist here',
    'not-searchable': 'That is neither a bib nor a name',
  } as Readonly<Record<Emptiness, string>>,
  emptyReasons: {
    'no-photos-yet':
      'The photographer has not sent any photo of this event so far. Leave your address and we write once they are there.',
    'still-arriving':
      'The photos of this event are being read at this moment. Look again in a few minutes, or leave your address.',
    'bib-not-listed': 'Look at the number again: a digit may be turned round or missing.',
    'bib-without-photos':
      'The bib may be hidden by an arm, folded, or seen from the side. Search by time: you know when you finished.',
    'no-start-list': 'There is no start list here. Search by bib or by time.',
    'name-not-listed': 'Try the beginning of the last name only, or search by bib.',
    'name-without-photos':
      'The bib may be hidden by an arm or folded. Search by time: they know when they finished.',
    'filtered-out': 'Widen the time, or show all places and photographers.',
    'unknown-filter': 'No photo is shown, for it would not be what you asked for.',
    'not-searchable':
      'Type the number you wore, such as 1204, or the beginning of your name, such as Dupont.',
  } as Readonly<Record<Emptiness, string>>,
  /** What the address asks for and the event does not have. */
  unknown: {
    day: (day: string) => `There is no photo of the day “${day}”.`,
    from: (time: string) => `“${time}” is no time of day, such as 09:30.`,
    until: (time: string) => `“${time}” is no time of day, such as 09:30.`,
    photographer: () => 'There is no such photographer.',
    spot: (spot: string) => `There is no place “${spot}” on the course.`,
    after: () => 'There is no such page of photos.',
  } as Readonly<Record<UnknownPart, (value: string) => string>>,
  withoutUnknown: 'Search without it',
  follow: 'Tell me when my photos are there',
  selfie: {
    sending: 'Sending your picture…',
    comparing: 'Comparing it with the photos of this event…',
    lost: 'The picture did not get through. Try again in a moment.',
    busy: 'There were many searches just now. Try again in a minute.',
    camera: {
      open: 'Take a picture with the camera',
      refused: 'The camera was not allowed. Allow it in your browser, or choose a picture below.',
      missing: 'No camera could be opened. Choose a picture below.',
      live: 'What the camera sees',
      still: 'The picture taken',
      guide: 'Look straight into the camera, with your face in the oval.',
      take: 'Take the picture',
      again: 'Take it again',
      cancel: 'Close the camera',
    },
    title: 'Find me by selfie',
    lead: 'A picture of your face, compared with the photos of this event only.',
    notice: 'Please read this first',
    legalBasis: 'Legal basis:',
    until: 'Possible until',
    kept: 'Your picture is compared in memory and never stored. What is kept is that somebody agreed, not who.',
    picture: 'A picture of you',
    pictureHint: 'JPEG, PNG or WebP, at most 12 MB, with your face alone on it.',
    consent: 'I agree that my face is compared with the photos of this event.',
    search: 'Search by my face',
    found: (photos: number) =>
      photos === 1 ? '1 photo looks like you' : `${photos} photos look like you`,
    nothing: 'No photo looks like you',
    nothingAdvice:
      'Sunglasses and caps make it hard. Try another picture, or search by bib or time.',
    others: (bib: string) => `More photos of bib ${bib}`,
    allOfBib: (bib: string) => `All photos of bib ${bib}`,
    forget: 'Forget this search and take back my consent',
    off: 'This event cannot be searched by face.',
    refusals: {
      'no-consent': 'Tick the box first: without your consent nothing is compared.',
      'terms-changed': 'The text has changed meanwhile. Please read it again before you agree.',
      'no-picture': 'Choose a picture first.',
      'too-many-bytes': 'The picture is larger than 12 MB.',
      'not-a-picture': 'This is not a JPEG, PNG or WebP picture.',
      'too-many-pixels': 'The picture has more than 50 million pixels. Make it smaller.',
      'no-face': 'No face was found. Look into the camera, in good light.',
      'several-faces': 'There are several faces. Use a picture of you alone.',
      'face-unclear': 'The face is too small, blurred or turned away to be compared.',
    } as Readonly<
      Record<
        SelfieRefusal | 'no-consent' | 'terms-changed' | 'no-picture' | 'too-many-bytes',
        string
      >
    >,
  },
  favourites: {
    title: 'My favourites',
    lead: 'Kept on this device for 30 days.',
    empty: 'No favourites yet',
    emptyAdvice: 'Press the heart on a photo to find it again here.',
    toEvents: 'Choose an event',
    addAll: 'Add these to my cart',
  },
};
