import { packUseCases } from './app-packs.js';
import { legalGaps } from './config/legal-gaps.js';
import type { ListedMail } from './db/queries/mail-lists.js';
import { getEvent, listEvents } from './db/queries/events.js';
import { openParts, poolOptions, type OpenOptions, type Parts } from './parts.js';
import type { PhotoPool } from './pipeline/photo-task.js';
import { explained, explainedEach, run } from './run-use-case.js';
import { openShopSecrets } from './shop-secrets.js';
import type { TagTarget } from './usecases/change-tags.js';
import type { createEvent } from './usecases/create-event.js';
import type { EventDeletion } from './usecases/delete-event.js';
import type { EventEdit, EventEditRequest } from './usecases/edit-event.js';
import type { exportKeywordCopies } from './usecases/export-keyword-copies.js';
import type { exportSidecars } from './usecases/export-sidecars.js';
import type { exportTags } from './usecases/export-tags.js';
import type { makesNewEvent } from './usecases/find-ingest-event.js';
import type { ImportedStartList, ImportRequest } from './usecases/import-start-list.js';
import type { ingestFolder, IngestOptions } from './usecases/ingest-folder.js';
import type { PhotoListing } from './usecases/list-photos.js';
import type { MailListing } from './usecases/mail/list-mails.js';
import type { OrderListing } from './usecases/orders/list-orders.js';
import type { RefundOrderRequest } from './usecases/orders/refund-request.js';
import type { StartListRequest } from './usecases/plan-start-list.js';
import type { PublishRequest } from './usecases/publish-event.js';
import type { listWrongMatchReports } from './usecases/wrong-match-reports.js';
import type { FaceSearch } from './usecases/search-by-face.js';
import type { searchByBib, searchByName } from './usecases/search-photos.js';
import type { ShowStartListRequest } from './usecases/show-start-list.js';
import { TAKE_DOWN_SECRET } from './shop-take-downs.js';
import type { ChosenTakeDowns } from './usecases/take-downs/choose-take-downs.js';
import type { TakeDownChoice, TakeDownScope } from './usecases/take-downs/list-take-downs.js';
import { createRequesterHash } from './usecases/take-downs/take-down-deps.js';

/** What a person says of one ingest; the rest comes from the settings. */
export type IngestRequest = Pick<
  IngestOptions,
  | 'folder'
  | 'event'
  | 'details'
  | 'startList'
  | 'spot'
  | 'byReference'
  | 'nearDuplicates'
  | 'retouch'
>;

export type App = Awaited<ReturnType<typeof openApp>>;

/**
 * The composition root of the main thread: reads the settings, opens the database and the
 * object store, and offers every use case with what it needs. `close` ends it all.
 */
export async function openApp(options: OpenOptions) {
  return useCases(await openParts(options), options.environment);
}

function useCases(
  { database, store, home, settings, expiredTemplates }: Parts,
  environment: OpenOptions['environment'],
) {
  const { db } = database;
  // Corrections compare no frames: that is for the ingest, which knows whether it is wanted.
  const linking = {
    nearDuplicates: false,
    nearDuplicateDistance: settings.nearDuplicateDistance,
    similarityThreshold: settings.similarityThreshold,
  };
  async function openPool(): Promise<PhotoPool> {
    const { createPhotoPool } = await import('./pipeline/photo-pool.js');
    return createPhotoPool(poolOptions({ home, settings }));
  }
  async function openOrders() {
    const { openPayments } = await import('./shop-payments.js');
    const secretFor = () => openShopSecrets(home, settings.shopSecret);
    return openPayments({ db, settings, secretFor, environment }).open();
  }

  async function openTakeDowns() {
    const secretFor = await openShopSecrets(home, settings.shopSecret);
    return { db, hash: createRequesterHash(secretFor(TAKE_DOWN_SECRET)) };
  }

  // Each use case is loaded when it is called: `status` does not wait for what reads photos.
  return {
    settings,
    createEvent: (details: Parameters<typeof createEvent>[1]) =>
      run(import('./usecases/create-event.js'), (use) => use.createEvent(db, details)),
    listEvents: () => explained(listEvents(db)),
    showEvent: (event: string) =>
      run(import('./usecases/show-event.js'), (use) => use.showEvent(db, event)),
    showEvents: () => run(import('./usecases/show-event.js'), (use) => use.showEvents(db)),
    archiveEvent: (event: string) =>
      run(import('./usecases/archive-event.js'), (use) => use.archiveEvent(db, event)),
    planEventEdit: (request: EventEditRequest) =>
      run(import('./usecases/edit-event.js'), (use) => use.planEventEdit(db, request)),
    editEvent: (plan: EventEdit) =>
      run(import('./usecases/edit-event.js'), (use) => use.editEvent(db, plan)),
    offerCovers: (event: string) =>
      run(import('./usecases/find-cover.js'), (use) => use.offerCovers(db, event)),
    makesNewEvent: (wanted: Parameters<typeof makesNewEvent>[1]) =>
      run(import('./usecases/find-ingest-event.js'), (use) => use.makesNewEvent(db, wanted)),
    publishEvent: (request: PublishRequest) =>
      run(import('./usecases/publish-event.js'), (use) =>
        use.publishEvent(db, request, { legalGaps: legalGaps(settings) }),
      ),
    unpublishEvent: (event: string) =>
      run(import('./usecases/publish-event.js'), (use) => use.unpublishEvent(db, event)),
    planEventDeletion: (event: string) =>
      run(import('./usecases/delete-event.js'), (use) =>
        use.planEventDeletion({ db, store }, event),
      ),
    deleteEvent: (plan: EventDeletion) =>
      run(import('./usecases/delete-event.js'), (use) => use.deleteEvent({ db, store }, plan)),

    ...packUseCases({ db, store }),

    planIngest: (request: IngestRequest) =>
      run(import('./usecases/plan-ingest.js'), (use) =>
        use.planIngest(db, { ...request, watermarkPicture: settings.watermarkPicture }),
      ),
    async ingestFolder(
      request: IngestRequest,
      report: Parameters<typeof ingestFolder>[2],
      signal: AbortSignal,
    ) {
      const pool = await openPool();
      try {
        const ingest = {
          ...request,
          nearDuplicateDistance: settings.nearDuplicateDistance,
          similarityThreshold: settings.similarityThreshold,
          blurThreshold: settings.blurThreshold,
          watermarkText: settings.watermarkText,
          watermarkPicture: settings.watermarkPicture,
          templateDays: settings.faceRetentionDays,
          expiredTemplates,
          maximumBytes: settings.maxFileBytes,
        };
        return await run(import('./usecases/ingest-folder.js'), (use) =>
          use.ingestFolder({ db, store, pool }, ingest, report, signal),
        );
      } finally {
        await pool.close();
      }
    },

    async importStartList(request: ImportRequest): Promise<ImportedStartList> {
      const { retagEvent } = await import('./pipeline/retag.js');
      const imported = await run(import('./usecases/import-start-list.js'), (use) =>
        use.importStartList(db, request, retagEvent),
      );
      const event = await explained(getEvent(db, request.event));
      await run(import('./pipeline/finish-event.js'), (pipeline) =>
        pipeline.finishEvent(db, event, linking, () => undefined),
      );
      return imported;
    },
    diffStartList: (request: StartListRequest) =>
      run(import('./usecases/diff-start-list.js'), (use) => use.diffStartListFile(db, request)),
    showStartList: (request: ShowStartListRequest) =>
      run(import('./usecases/show-start-list.js'), (use) => use.showStartList(db, request)),

    async *listPhotos(listing: PhotoListing) {
      const use = await import('./usecases/list-photos.js');
      yield* explainedEach(use.listPhotos(db, listing));
    },
    searchByBib: (search: Parameters<typeof searchByBib>[1]) =>
      run(import('./usecases/search-photos.js'), (use) => use.searchByBib(db, search)),
    searchByName: (search: Parameters<typeof searchByName>[1]) =>
      run(import('./usecases/search-photos.js'), (use) => use.searchByName(db, search)),
    searchByFace: (search: Omit<FaceSearch, 'threshold'>) =>
      run(import('./usecases/search-by-face.js'), (use) =>
        use.searchByFace(db, { ...search, threshold: settings.similarityThreshold }),
      ),
    tagPhoto: (target: TagTarget) =>
      run(import('./usecases/change-tags.js'), (use) => use.tagPhoto(db, target, linking)),
    untagPhoto: (target: TagTarget) =>
      run(import('./usecases/change-tags.js'), (use) => use.untagPhoto(db, target, linking)),
    restorePhoto: (target: { event: string; photo: string }) =>
      run(import('./usecases/restore-photo.js'), (use) =>
        use.restorePhoto({ db, store, openPool }, target, {
          ...linking,
          task: { retouch: false, watermarkText: settings.watermarkText },
          maximumBytes: settings.maxFileBytes,
          templateDays: settings.faceRetentionDays,
        }),
      ),

    exportTags: (...[event, options, write]: Rest<typeof exportTags>) =>
      run(import('./usecases/export-tags.js'), (use) => use.exportTags(db, event, options, write)),
    exportSidecars: (...[event, options, report]: Rest<typeof exportSidecars>) =>
      run(import('./usecases/export-sidecars.js'), (use) =>
        use.exportSidecars(db, event, options, report),
      ),
    exportKeywordCopies: (...[event, options, report]: Rest<typeof exportKeywordCopies>) =>
      run(import('./usecases/export-keyword-copies.js'), (use) =>
        use.exportKeywordCopies({ db, store }, event, options, report),
      ),

    async *listOrders(listing: OrderListing) {
      const use = await import('./usecases/orders/list-orders.js');
      yield* explainedEach(use.listOrders(db, listing));
    },
    showOrder: (number: string) =>
      run(import('./usecases/orders/show-sellers-order.js'), (use) =>
        use.showSellersOrder(db, number),
      ),
    planRefund: async (request: RefundOrderRequest) => {
      const deps = await openOrders();
      return run(import('./usecases/orders/refund-order.js'), (use) =>
        use.planRefund(deps, request),
      );
    },
    refundOrder: async (request: RefundOrderRequest) => {
      const deps = await openOrders();
      return run(import('./usecases/orders/refund-order.js'), (use) =>
        use.refundOrder(deps, request),
      );
    },
    async *listMails(listing: MailListing) {
      const use = await import('./usecases/mail/list-mails.js');
      yield* explainedEach(use.listMails(db, listing));
    },
    findFailedMails: (wanted: string | undefined) =>
      run(import('./usecases/mail/retry-mails.js'), (use) => use.findFailedMails(db, wanted)),
    retryMails: (mails: readonly ListedMail[]) =>
      run(import('./usecases/mail/retry-mails.js'), (use) => use.retryMails(db, mails)),
    async listTakeDowns(choice: TakeDownChoice, scope: TakeDownScope) {
      const deps = await openTakeDowns();
      return run(import('./usecases/take-downs/list-take-downs.js'), (use) =>
        use.listTakeDowns(deps, choice, scope),
      );
    },
    async planUndo(chosen: ChosenTakeDowns) {
      const deps = await openTakeDowns();
      return run(import('./usecases/take-downs/undo-take-downs.js'), (use) =>
        use.planUndo(deps, chosen),
      );
    },
    async undoTakeDowns(chosen: ChosenTakeDowns) {
      const deps = await openTakeDowns();
      return run(import('./usecases/take-downs/undo-take-downs.js'), (use) =>
        use.undoTakeDowns(deps, chosen),
      );
    },
    async planAcceptance(chosen: ChosenTakeDowns) {
      const deps = await openTakeDowns();
      return run(import('./usecases/take-downs/accept-take-downs.js'), (use) =>
        use.planAcceptance(deps, chosen),
      );
    },
    async acceptTakeDowns(chosen: ChosenTakeDowns) {
      const deps = await openTakeDowns();
      return run(import('./usecases/take-downs/accept-take-downs.js'), (use) =>
        use.acceptTakeDowns(deps, chosen),
      );
    },
    async payTakeDownRefunds() {
      const deps = await openOrders();
      return run(import('./usecases/take-downs/pay-take-down-refunds.js'), (use) =>
        use.payTakeDownRefunds(deps),
      );
    },
    listWrongMatchReports: (listing: Parameters<typeof listWrongMatchReports>[1]) =>
      run(import('./usecases/wrong-match-reports.js'), (use) =>
        use.listWrongMatchReports(db, listing),
      ),
    settleWrongMatch: (target: TagTarget) =>
      run(import('./usecases/wrong-match-reports.js'), (use) => use.settleWrongMatch(db, target)),
    /** Whether the shop sells, or the payment provider takes no money for it. */
    showSelling: async () => {
      const deps = await openOrders();
      return run(import('./usecases/selling/resume-selling.js'), (use) => use.showSelling(deps));
    },
    resumeSelling: async () => {
      const deps = await openOrders();
      return run(import('./usecases/selling/resume-selling.js'), (use) => use.resumeSelling(deps));
    },
    showPayouts: (event: string | undefined) =>
      run(import('./usecases/orders/show-payouts.js'), (use) => use.showPayouts(db, event)),

    close: () => database.close(),
  };
}

type Rest<F extends (first: never, ...rest: never[]) => unknown> = F extends (
  first: never,
  ...rest: infer R
) => unknown
  ? R
  : never;
