/**
 * The only door into core for the command line and the storefront. It opens fast: what reads photos,
 * start lists and metadata is loaded by the use case that needs it.
 */
export { openApp, type App, type IngestRequest } from './app.js';
export type { OpenOptions } from './parts.js';
export type { AccuracyReport } from './bench/accuracy.js';
export type { DearestReport } from './bench/dearest.js';
export type { CrowdReport } from './bench/crowd/crowd.js';
export type { FaceReport } from './bench/faces.js';
export type { SpeedOptions, SpeedReport } from './bench/speed.js';
export type { RunningStorefront, StorefrontReport } from './bench/storefront.js';
export {
  describeConfig,
  readConfig,
  setConfig,
  unsetConfig,
  type DescribedSetting,
} from './config/config.js';
export { checkSettingKey } from './config/setting-source.js';
export { locateDataHome } from './config/data-home.js';
export type { OutboxLetter, OutboxMail } from './shop-mail.js';
export type { ListedMail } from './db/queries/mail-lists.js';
export type { MailState, OptionalMailKind } from './domain/mail.js';
export type { CheckResult } from './doctor/check.js';
export { examine, openEngine } from './examine.js';
export { readOutboxToken } from './shop-secrets.js';
export {
  measureAccuracy,
  measureDearest,
  measureCrowd,
  measureFaces,
  measureSpeed,
  measureStorefront,
} from './measure.js';
export type { VisionEngine } from './ports/vision.js';
export type { DiscountCode } from './db/queries/discount-codes.js';
export type { EventCounts } from './db/queries/event-counts.js';
export type { ListedPhoto } from './db/queries/photo-list.js';
export type { FoundEntry, FoundPhoto, TaggedPhoto } from './db/queries/search.js';
export { parseBib } from './domain/bib.js';
export type { Entry } from './domain/entry.js';
export type { EventState, RaceEvent, EventDetails } from './domain/event.js';
export type { FacesMode } from './domain/face.js';
export type { Bib } from './domain/ids.js';
export type { PhotoStatus } from './domain/photo.js';
export type { EntryChange, StartListDiff } from './domain/start-list.js';
export type { TagSource } from './domain/tag.js';
export { EXIT_CODES, FocusError, type ErrorKind } from './errors.js';
export { KEYWORD_KINDS, type KeywordKind } from './export/keywords.js';
export {
  FILE_OUTCOMES,
  type FileOutcome,
  type IngestEvent,
  type IngestSummary,
  type Notice,
  type ReportIngest,
} from './pipeline/ingest-events.js';
export type { LeftOut } from './pipeline/left-out.js';
export { parseFieldChoices } from './startlist/fields.js';
export type { ImportPlan } from './startlist/plan-import.js';
export type { Pack } from './domain/pack.js';
export type { PackTerms } from './domain/pricing/usual-packs.js';
export type { ListedDiscountCode, ListedPack } from './usecases/list-packs.js';
export type { TagChange } from './usecases/change-tags.js';
export { isTimeZone } from './domain/event-details.js';
export { systemTimeZone } from './platform/system-time-zone.js';
export { doubtZone, type TimeDoubt } from './domain/time-doubt.js';
export type { EventEdit, EventEditRequest } from './usecases/edit-event.js';
export { COVER_WIDTHS, isCoverVersion } from './domain/cover.js';
export type { OfferedCover } from './usecases/find-cover.js';
export type { EventDeletion } from './usecases/delete-event.js';
export type { KeywordCopyCounts, KeywordCopyResult } from './usecases/export-keyword-copies.js';
export type { SidecarCounts, SidecarResult } from './usecases/export-sidecars.js';
export type { ExportedTagCounts, WriteText } from './usecases/export-tags.js';
export type { ImportedStartList, ImportRequest } from './usecases/import-start-list.js';
export type { IngestPlan } from './usecases/plan-ingest.js';
export type { StartListRequest } from './usecases/plan-start-list.js';
export { openShop, type Shop } from './shop.js';
export { safeFileName } from './domain/file-name.js';
export { hasEnded, LEAST_DOWNLOAD_HOURS, type LinkEnd } from './domain/download.js';
export { isLargerThanWeb, printSize, WEB_SIZE, type PixelSize } from './domain/photo-size.js';
export type { Picture } from './usecases/gallery/kept-picture.js';
export { fitInside, type GalleryPhoto, type PublicEvent } from './domain/gallery.js';
export { dateFormat, numberFormat } from './domain/intl-formats.js';
export { wallClockOf } from './domain/zoned-time.js';
export { markOfSelfieText, selfieTextFor } from './domain/selfie-terms.js';
export type { SelfieText } from './domain/selfie-terms.js';
export type { SelfieRefusal } from './pipeline/selfie-task.js';
export type { EventPhotos } from './usecases/gallery/list-chosen-photos.js';
export type { CountedPublicEvent, EventOverview } from './usecases/gallery/list-galleries.js';
export type { GalleryQuery } from './usecases/gallery/read-search.js';
export type {
  CloseUp,
  Emptiness,
  FoundRunner,
  Gallery,
  UnknownPart,
} from './usecases/gallery/show-gallery.js';
export type { ShownPhoto } from './usecases/gallery/show-photo.js';
export type { PhotoPage } from './usecases/visits/look-at-page.js';
export type { MissingPart, Publication, PublishRequest } from './usecases/publish-event.js';
export { WAIVER_TEXTS } from './domain/waiver-texts.js';
export { isLoopback, isPublic, localUrl } from './config/local-url.js';
export { legalGaps } from './config/legal-gaps.js';
export type { WrongMatchReport } from './db/queries/wrong-match-reports.js';
export { TAKE_DOWN_MODES, type TakeDownMode, type TakeDownState } from './domain/take-down.js';
export type { AcceptedTakeDowns } from './usecases/take-downs/accept-take-downs.js';
export type { ChosenTakeDowns } from './usecases/take-downs/choose-take-downs.js';
export type { ListedTakeDown } from './usecases/take-downs/list-take-downs.js';
export type { TakeDownAnswer } from './usecases/take-downs/request-take-down.js';
export type { UndonePhotos } from './usecases/take-downs/undo-take-downs.js';
export { takeDownReference } from './domain/take-down.js';
export type { RestoredPhoto } from './usecases/restore-photo.js';
export type { FacePhoto } from './usecases/search-by-face.js';
export type { SearchResult } from './usecases/search-photos.js';
export type { CountedEvent, ShownEvent } from './usecases/show-event.js';
export type { ShownStartList } from './usecases/show-start-list.js';
export { cents } from './domain/money.js';
export {
  SERVICE_FEE,
  type BuyerDetails,
  type Order,
  type OrderState,
  type SoldLine,
} from './domain/order.js';
export type { PhotoOffer } from './domain/pricing/photo-offer.js';
export type { PriceHint } from './domain/pricing/quote.js';
export type { DownloadRefusal } from './usecases/download-right.js';
export type { Download } from './usecases/open-download.js';
export type { ZipDownload } from './usecases/open-zip.js';
export type { SellingPause } from './db/queries/selling-pauses.js';
export { PaymentRefused } from './domain/payment-refused.js';
export type { OrderRefusal, PlacedOrder } from './usecases/orders/order-request.js';
export type { CartRefusal } from './usecases/price-cart.js';
export type { ShownSelfieFinds as SelfieFinds } from './usecases/gallery/show-selfie-finds.js';
export type { AllPhotos } from './usecases/price-all-photos.js';
export type { AllOfBib } from './usecases/price-all-of-bib.js';
export type { ShownCart } from './usecases/show-cart.js';
export type { Purchase, PurchasedPhoto } from './usecases/show-purchase.js';
export type { TestOutcome, TestPayment } from './shop-orders.js';
export type { OpenedPurchase } from './usecases/accounts/open-purchase.js';
export type { SignInRequest } from './usecases/accounts/request-sign-in.js';
export type { ListedOrder, ListedPurchase } from './db/queries/order-lists.js';
export type { Payout } from './db/queries/payouts.js';
export type { RequestedOrderRefund as OrderRefund } from './usecases/orders/refund-order.js';
export type { SellersOrder } from './usecases/orders/show-sellers-order.js';

export { readPrice } from './domain/pricing/read-price.js';
export { splitVat } from './domain/pricing/vat.js';
