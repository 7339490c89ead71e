import type { FacesMode } from '../domain/face.js';
import type { TimeDoubt } from '../domain/time-doubt.js';
import type { Bib } from '../domain/ids.js';
import type { LeftOut } from './left-out.js';
import type { ImportedStartList } from '../usecases/import-start-list.js';

/** What became of one file. Every file found has exactly one of these. */
export type FileOutcome =
  | 'kept'
  | 'duplicate' // the same bytes as a photo the event has
  | 'near-duplicate' // the same frame, exported again
  | 'blurry'
  | 'unsupported'
  | 'failed' // retried by the next run
  | 'known'; // unchanged since an earlier run

export const FILE_OUTCOMES: readonly FileOutcome[] = [
  'kept',
  'duplicate',
  'near-duplicate',
  'blurry',
  'unsupported',
  'failed',
  'known',
];

/** The steps of one photo, in their order; names as shown to people and by `bench speed`. */
export const STAGES = [
  'read',
  'metadata',
  'decode',
  'fingerprint',
  'vision',
  'versions',
  'crops',
  'store',
] as const;
export type StageName = (typeof STAGES)[number];

export type OutcomeCounts = Readonly<Record<FileOutcome, number>>;

export interface IngestSummary {
  /** The event's slug. */
  readonly event: string;
  readonly found: number;
  readonly kept: number;
  readonly duplicates: number;
  readonly nearDuplicates: number;
  readonly blurry: number;
  readonly unsupported: number;
  readonly failed: number;
  readonly known: number;
  /** What is in the folder beside the files found, and was not looked at. */
  readonly leftOut: readonly LeftOut[];
  /** Photos kept in this run that have at least one tag, and those with people but none. */
  readonly tagged: number;
  readonly orphans: number;
  readonly faces: number;
  readonly seconds: number;
  readonly photosPerSecond: number;
  readonly peakRssBytes: number;
  /** Mean wall milliseconds a photo spent in each stage, over the photos analysed. */
  readonly stageMs: Readonly<Partial<Record<StageName, number>>>;
}

export type IngestEvent =
  | { readonly type: 'started'; readonly event: string; readonly folder: string }
  | { readonly type: 'start-list'; readonly imported: ImportedStartList }
  | { readonly type: 'phase'; readonly phase: 'photos' | 'near-duplicates' | 'linking' }
  | {
      readonly type: 'progress';
      readonly seen: number;
      /** Undefined until the folder has been counted. */
      readonly total: number | undefined;
      readonly counts: OutcomeCounts;
      readonly photosPerSecond: number;
      readonly etaSeconds: number | undefined;
      readonly slowestStage: { readonly name: StageName; readonly meanMs: number } | undefined;
      readonly lastProblem: { readonly file: string; readonly reason: string } | undefined;
    }
  | {
      readonly type: 'photo';
      /** Relative to the folder. */
      readonly file: string;
      readonly outcome: FileOutcome;
      readonly bibs: readonly Bib[];
      readonly reason: string | undefined;
    }
  /** Something a person should know: the faces notice, an unreadable sub-folder, a template expiry. */
  | ({ readonly type: 'notice'; readonly message: string } & Notice)
  | ({ readonly type: 'summary' } & IngestSummary);

/** What a notice says, for screens of other languages than that of its message. */
export type Notice =
  | { readonly code: 'faces.expired'; readonly values: { readonly templates: number } }
  | {
      readonly code: 'faces.deleted';
      readonly values: {
        readonly mode: FacesMode;
        readonly templates: number;
        readonly faces: number;
      };
    }
  | { readonly code: 'faces.index'; readonly values: { readonly days: number } }
  | {
      readonly code: 'time.doubt';
      readonly values: { readonly event: string; readonly doubt: TimeDoubt };
    }
  | {
      readonly code: 'scan.skipped';
      readonly values: { readonly file: string; readonly reason: string };
    };

export type ReportIngest = (event: IngestEvent) => void;
