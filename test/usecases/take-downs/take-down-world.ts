import { query, type Db } from '../../../core/db/query.js';
import {
  confirmTakeDown,
  findLinkedTakeDown,
} from '../../../core/usecases/take-downs/confirm-take-down.js';
import {
  requestTakeDown,
  type TakeDownRequest,
} from '../../../core/usecases/take-downs/request-take-down.js';
import {
  createRequesterHash,
  type TakeDownDeps,
} from '../../../core/usecases/take-downs/take-down-deps.js';

export const HASH = createRequesterHash('a secret of the tests');

export function takeDownDeps(db: Db, email?: string): TakeDownDeps {
  return { db, operator: { email, language: 'en' }, hash: HASH };
}

type Given = Pick<TakeDownRequest, 'slug' | 'photoId'> & Partial<TakeDownRequest>;

export function ask(deps: TakeDownDeps, request: Given) {
  return requestTakeDown(deps, {
    email: 'zoe@example.org',
    language: 'fr',
    reason: undefined,
    network: '192.0.2.1',
    provenEmail: undefined,
    at: new Date(),
    ...request,
  });
}

/** The token of the link in the mail that went out last. */
export async function mailedToken(db: Db): Promise<string> {
  const [mail] = await query<{ path: string }>(
    db,
    `select data->>'confirmPath' as path from mails where kind = 'take-down-confirmation'
     order by created_at desc, id desc limit 1`,
  );
  return mail?.path.slice('/take-down/'.length) ?? '';
}

/** Asks, and presses the button that the mail leads to; gives the reference. */
export async function takeDown(deps: TakeDownDeps, request: Given): Promise<string> {
  const asked = await ask(deps, request);
  if (asked.kind === 'too-often') throw new Error('Too many mails');
  if (asked.kind === 'asked') {
    // Mails of one transaction have one time: the reference says which one it is.
    const [mail] = await query<{ path: string }>(
      deps.db,
      `select data->>'confirmPath' as path from mails where kind = 'take-down-confirmation'
         and data->>'reference' = :reference`,
      { reference: asked.reference },
    );
    await confirmTakeDown(deps, mail?.path.slice('/take-down/'.length) ?? '');
  }
  return asked.reference;
}

export async function isHidden(db: Db, photoId: string): Promise<boolean> {
  const [row] = await query<{ hidden: boolean }>(
    db,
    'select taken_down_at is not null as hidden from photos where id = :photoId',
    { photoId },
  );
  return row?.hidden === true;
}

export async function stateOf(db: Db, token: string): Promise<string | undefined> {
  return (await findLinkedTakeDown(db, token))?.state;
}

export async function mailsOf(db: Db, kind: string) {
  return query<{ recipient: string; data: Record<string, unknown> }>(
    db,
    'select recipient, data from mails where kind = :kind order by created_at, id',
    { kind },
  );
}
