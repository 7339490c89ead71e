import type { ObjectStore } from './ports/object-store.js';
import type { Db } from './db/query.js';
import type { DiscountCode } from './db/queries/discount-codes.js';
import type { Pack } from './domain/pack.js';
import { run } from './run-use-case.js';
import type { DiscountCodePlan, DiscountCodeRequest } from './usecases/add-discount-code.js';
import type { PackPlan, planPack } from './usecases/add-pack.js';
import type { PackSuggestion } from './usecases/suggest-packs.js';

/** What an event offers: its packs and discount codes. */
export function packUseCases({ db, store }: { readonly db: Db; readonly store: ObjectStore }) {
  return {
    listPacks: (event: string) =>
      run(import('./usecases/list-packs.js'), (use) => use.listPacks(db, event)),
    planPack: (request: Parameters<typeof planPack>[1]) =>
      run(import('./usecases/add-pack.js'), (use) => use.planPack(db, request)),
    addPack: (plan: PackPlan) =>
      run(import('./usecases/add-pack.js'), (use) => use.addPack({ db, store }, plan)),
    findPack: (wanted: { event: string; pack: string }) =>
      run(import('./usecases/remove-pack.js'), (use) => use.findPack(db, wanted)),
    removePack: (pack: Pack) =>
      run(import('./usecases/remove-pack.js'), (use) => use.removePack(db, pack)),
    planSuggestedPacks: (event: string) =>
      run(import('./usecases/suggest-packs.js'), (use) => use.planSuggestedPacks(db, event)),
    addSuggestedPacks: (suggestion: PackSuggestion) =>
      run(import('./usecases/suggest-packs.js'), (use) => use.addSuggestedPacks(db, suggestion)),
    listDiscountCodes: (event: string) =>
      run(import('./usecases/list-packs.js'), (use) => use.listDiscountCodes(db, event)),
    planDiscountCode: (request: DiscountCodeRequest) =>
      run(import('./usecases/add-discount-code.js'), (use) => use.planDiscountCode(db, request)),
    addDiscountCode: (plan: DiscountCodePlan) =>
      run(import('./usecases/add-discount-code.js'), (use) => use.addDiscountCode(db, plan)),
    findDiscountCode: (wanted: { event: string; code: string }) =>
      run(import('./usecases/remove-discount-code.js'), (use) => use.findCode(db, wanted)),
    removeDiscountCode: (code: DiscountCode) =>
      run(import('./usecases/remove-discount-code.js'), (use) => use.removeDiscountCode(db, code)),
  };
}
