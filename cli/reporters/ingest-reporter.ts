import type { ReportIngest } from '../../core/index.js';

export interface IngestReporter {
  readonly report: ReportIngest;
  /** The person asked to stop; what is in hand is being finished. */
  tellStopping(): void;
  /** Leaves the terminal as it was; also after an error. */
  close(): Promise<void>;
}
