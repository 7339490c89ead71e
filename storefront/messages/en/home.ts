/** Home and the list of events. */
export const home = {
  title: 'Find your race photos',
  description:
    'Type your bib, see every photo of you, and take the ones you love home in a minute.',
  heroTitle: 'There you are.',
  heroLead: 'Type the number you wore. Every photo of you, in ten seconds.',
  featured: (event: string) => `At ${event}`,
  bibLabel: 'Your bib or your name',
  bibHint: 'Such as 1234 or Dupont',
  find: 'Find me',
  otherEvent: 'Another race? Choose it below.',
  searchEvents: 'Find an event',
  searchPlaceholder: 'Name, town or sport',
  search: 'Search',
  coming: 'Coming up',
  latest: 'Latest events',
  allEvents: 'All events',
  eventsTitle: 'Events',
  found: (events: number) => (events === 1 ? '1 event' : `${events} events`),
  foundFor: (text: string) => `for “${text}”`,
  showAll: 'Show all events',
  nothingFound: 'No event has that name, town or sport.',
  nothingYet:
    'No event is public yet. Photos appear here as soon as a photographer publishes them.',
  /** Beside the town; a sport that is not here is shown as the organiser wrote it. */
  sports: {
    running: 'running',
    trail: 'trail running',
    walking: 'walking',
    cycling: 'cycling',
    mountainBiking: 'mountain biking',
    triathlon: 'triathlon',
    duathlon: 'duathlon',
    swimming: 'swimming',
    skiing: 'skiing',
    obstacles: 'obstacle race',
  },
  photos: (photos: string, isOne: boolean) => (isOne ? '1 photo' : `${photos} photos`),
  noPhotosYet: 'Photos to come',
  previous: 'Newer events',
  next: 'Earlier events',
  promises: [
    [
      'Found by your bib',
      'Photos are read as they come in, often while you are still getting your breath back.',
    ],
    [
      'The best price, worked out',
      'Take one or take them all: the cheapest packs are chosen for you.',
    ],
    ['Yours to refuse', 'Do not want to be seen? One click hides a photo at once.'],
  ] as readonly (readonly [string, string])[],
};
