import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { App, IngestRequest, SelfieText } from '../../../core/index.js';

/** The runner of the sample race with the most photos, one of them found by the face alone. */
export const SAMPLE_RUNNER = { bib: '1204', name: 'Lacombe' } as const;

const SAMPLE_DETAILS = {
  name: 'Demo race',
  date: '2026-05-17',
  place: 'Annecy',
  sport: 'running',
  timeZone: 'Europe/Paris',
  faces: 'index',
  bibPattern: undefined,
} as const;

/** Beside the source, and beside dist/. */
const PLACES = ['../../../fixtures/', '../../../../fixtures/'] as const;

/** Visitors of a shop that is only tried may search by face for so long. */
const SELFIE_DAYS = 30;

/**
 * Ingests the made-up race of fixtures/ with its start list, gives it the usual packs and publishes
 * it; doing so again changes nothing. Gives the event's slug.
 *
 * @param dataHome takes what the import says of the start list, so that fixtures/ stays as it is
 * @param texts what visitors read before they may search by face
 */
export async function publishSampleRace(
  app: App,
  dataHome: string,
  texts: readonly [SelfieText, ...SelfieText[]],
  signal: AbortSignal,
): Promise<string> {
  const request = await sampleRequest(dataHome);
  const { event } = await app.ingestFolder(request, () => undefined, signal);
  signal.throwIfAborted();
  if ((await app.listPacks(event)).length === 0)
    await app.addSuggestedPacks(await app.planSuggestedPacks(event));
  const until = new Date(Date.now() + SELFIE_DAYS * 86_400_000).toISOString().slice(0, 10);
  await app.publishEvent({
    event,
    seller: 'Focus Racer',
    sellerEmail: 'seller@example.org',
    selfie: { texts, until },
  });
  return event;
}

async function sampleRequest(dataHome: string): Promise<IngestRequest> {
  const fixtures = await findFixtures();
  await mkdir(dataHome, { recursive: true, mode: 0o700 });
  return {
    folder: join(fixtures, 'race'),
    event: 'demo',
    details: SAMPLE_DETAILS,
    startList: {
      file: join(fixtures, 'start-list.csv'),
      race: undefined,
      sheet: undefined,
      choices: {},
      rejectsFile: join(dataHome, 'start-list.rejects.csv'),
    },
    byReference: false,
    nearDuplicates: true,
    retouch: false,
  };
}

/** FocusError `config` `demo.no-photos` in an installation that came without them. */
async function findFixtures(): Promise<string> {
  const found = PLACES.map((place) => fileURLToPath(new URL(place, import.meta.url))).find(
    (folder) => existsSync(join(folder, 'race')),
  );
  if (found !== undefined) return found;
  const { FocusError } = await import('../../../core/index.js');
  throw new FocusError('config', 'demo.no-photos', 'The sample race is not installed', {
    hint: 'It is in the folder fixtures/ of the source.',
  });
}
