/** The only door into core for the command line and the storefront. */
export { openApp, type App, type IngestRequest, type OpenOptions } from './app.js';
export { EXIT_CODES, FocusError, type ErrorKind } from './errors.js';
export type { EventState, RaceEvent, EventDetails } from './domain/event.js';
export type { FacesMode } from './domain/face.js';
export type { Bib } from './domain/ids.js';
export type { PhotoStatus } from './domain/photo.js';
export type { TagSource } from './domain/tag.js';
export type { EventCounts } from './db/queries/event-counts.js';
export type { ListedPhoto } from './db/queries/photo-list.js';
export type { FoundEntry, TaggedPhoto } from './db/queries/search.js';
export {
  FILE_OUTCOMES,
  type FileOutcome,
  type IngestEvent,
  type IngestSummary,
  type ReportIngest,
} from './pipeline/ingest-events.js';
export type { TagChange } from './usecases/change-tags.js';
export type { EventDeletion } from './usecases/delete-event.js';
export type { ImportedStartList, ImportRequest } from './usecases/import-start-list.js';
export type { IngestPlan } from './usecases/plan-ingest.js';
export type { RestoredPhoto } from './usecases/restore-photo.js';
export type { FacePhoto } from './usecases/search-by-face.js';
export type { SearchResult } from './usecases/search-photos.js';
export type { CountedEvent } from './usecases/show-event.js';
export type { ShownStartList } from './usecases/show-start-list.js';
