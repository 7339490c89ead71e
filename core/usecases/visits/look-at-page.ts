import { giveBackToBudget, takeFromBudget, type Spent } from '../../db/queries/budgets.js';
import { countLook, noteRefusal } from '../../db/queries/visitors.js';
import type { Db } from '../../db/query.js';
import {
  allowanceOf,
  ARRIVAL_COST,
  ARRIVALS,
  isFresh,
  judge,
  LISTING_COST_MS,
  NEWCOMERS,
  PHOTO_COST_MS,
  QUICK_MS,
  SEARCHING_ARRIVAL_COST,
  STEPS_OF_A_PERSON,
  SUSPECT_SECONDS,
  SUSPECTS,
  type Budget,
  type Visit,
} from '../../domain/visits.js';

/** A page that shows photos. */
export type PhotoPage =
  | { readonly kind: 'entry'; readonly last: string | undefined }
  /** Another page of the gallery; `search` where it shows what was searched for. */
  | {
      readonly kind: 'listing';
      readonly after: string | undefined;
      readonly last: string | undefined;
      readonly search: number | undefined;
    }
  | {
      readonly kind: 'photo';
      readonly photo: string;
      readonly neighbours: readonly string[];
      readonly search: number | undefined;
    };

export interface PageRequest {
  readonly page: PhotoPage;
  /** A keyed hash. */
  readonly address: string;
  /** Who came with a token. */
  readonly visitor: (Visit & { readonly key: string }) | undefined;
  readonly at: Date;
}

export type PageOutcome =
  { readonly kind: 'served' } | { readonly kind: 'refused'; readonly retryAfterSeconds: number };

const SERVED: PageOutcome = { kind: 'served' };

/** Whether a page may be shown, and what it is counted as. One statement for those who are people. */
export async function lookAtPage(db: Db, request: PageRequest): Promise<PageOutcome> {
  const { page, visitor, address, at } = request;
  if (visitor === undefined) return arrive(db, request);
  if (page.kind !== 'entry' && isFresh(visitor, at)) return charge(db, [[SUSPECTS, 0]], request);
  const look = await countLook(db, pageOf(request, visitor));
  if (look.isFirst) {
    const amount = visitor.cameSearching ? SEARCHING_ARRIVAL_COST : ARRIVAL_COST;
    await giveBackToBudget(db, ARRIVALS, { key: address, at, amount });
  }
  const judgement = judge({ ...look, hasActed: visitor.hasActed });
  if (judgement.kind === 'wait') {
    return { kind: 'refused', retryAfterSeconds: look.waitMs / 1000 };
  }
  if (judgement.kind === 'serve') {
    if (judgement.isNowAPerson) {
      await giveBackToBudget(db, NEWCOMERS, { key: address, at, amount: STEPS_OF_A_PERSON });
    }
    return SERVED;
  }
  if (look.isFoundOut) await takeBack(db, request);
  const outcome = await charge(db, judgement.budgets, request);
  if (outcome.kind === 'refused') {
    const until = new Date(at.getTime() + SUSPECT_SECONDS * 1000);
    await noteRefusal(db, visitor.key, until);
  }
  return outcome;
}

/** What a page without a token costs: everybody's first one has none, and a scraper's may never have. */
async function arrive(db: Db, request: PageRequest): Promise<PageOutcome> {
  const { page, address, at } = request;
  const isSearch = page.kind === 'listing' && page.search !== undefined && page.after === undefined;
  if (page.kind !== 'entry' && !isSearch) return charge(db, [[SUSPECTS, 0]], request);
  const cost = isSearch ? SEARCHING_ARRIVAL_COST : ARRIVAL_COST;
  return outcomeOf(await takeFromBudget(db, ARRIVALS, { key: address, at, cost, kept: 0 }));
}

/** What one took as a person, who goes on as a machine, counts for the machine. */
function takeBack(db: Db, { address, at }: PageRequest): Promise<void> {
  const amount = -(SUSPECTS.atOnce + SUSPECTS.perMinute);
  return giveBackToBudget(db, SUSPECTS, { key: address, at, amount });
}

async function charge(
  db: Db,
  budgets: readonly (readonly [Budget, number])[],
  { address, at }: PageRequest,
): Promise<PageOutcome> {
  let spent: Spent = { kind: 'refused', retryAfterSeconds: 0 };
  for (const [budget, kept] of budgets) {
    spent = await takeFromBudget(db, budget, { key: address, at, cost: 1, kept });
    if (spent.kind === 'given') break;
  }
  return outcomeOf(spent);
}

function outcomeOf(spent: Spent): PageOutcome {
  return spent.kind === 'given' ? SERVED : spent;
}

function pageOf({ page, at }: PageRequest, visitor: Visit & { readonly key: string }) {
  const { key } = visitor;
  const isPhoto = page.kind === 'photo';
  const search = page.kind === 'entry' ? undefined : page.search;
  return {
    key,
    at,
    ...allowanceOf(visitor, search !== undefined),
    costMs: isPhoto ? PHOTO_COST_MS : LISTING_COST_MS,
    quickMs: QUICK_MS,
    suspectSeconds: SUSPECT_SECONDS,
    photo: isPhoto ? page.photo : undefined,
    neighbours: isPhoto ? page.neighbours : [],
    after: page.kind === 'listing' ? page.after : undefined,
    last: isPhoto ? undefined : page.last,
    search,
    isEntry: page.kind === 'entry',
  };
}
