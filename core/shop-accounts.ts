import type { Parts } from './parts.js';
import { run } from './run-use-case.js';
import type { SignInRequest } from './usecases/accounts/request-sign-in.js';

/** What buyers do who prove their address by a mailed link: no password, no profile. */
export function accountUseCases({ database }: Pick<Parts, 'database'>) {
  const { db } = database;
  return {
    requestSignIn: (request: SignInRequest) =>
      run(import('./usecases/accounts/request-sign-in.js'), (use) =>
        use.requestSignIn(db, request),
      ),
    signIn: (token: string) =>
      run(import('./usecases/accounts/sign-in.js'), (use) => use.signIn(db, token)),
    listPurchases: (email: string) =>
      run(import('./usecases/accounts/list-purchases.js'), (use) => use.listPurchases(db, email)),
    /** The address is one that `signIn` gave. */
    openPurchase: (email: string, number: string) =>
      run(import('./usecases/accounts/open-purchase.js'), (use) =>
        use.openPurchase(db, email, number),
      ),
  };
}
