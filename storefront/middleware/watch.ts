import { createHmac } from 'node:crypto';
import type { Request, Response } from 'express';
import type { Gallery, GalleryQuery, PhotoPage, Shop, ShownPhoto } from '../../core/index.js';
import type { Client, Clients } from '../clients.js';
import { galleryQueryString } from '../gallery-query.js';
import { createDueTimes } from './due-times.js';
import { TooManyRequests } from './rate-limits.js';

export interface Watch {
  /** Before the work: whoever was refused, and was told when to come back, is not looked up again before. */
  arrive(request: Request, response: Response): void;
  /** A page of the gallery, when it is known what is on it. */
  gallery(
    request: Request,
    response: Response,
    page: {
      readonly query: GalleryQuery;
      readonly after: string | undefined;
      readonly gallery: Gallery;
    },
  ): Promise<void>;
  /** A photo's page, when it is known what is beside it, and whether it was found by the search. */
  photo(
    request: Request,
    response: Response,
    page: { readonly query: GalleryQuery; readonly shown: ShownPhoto },
  ): Promise<void>;
}

const PHOTO_ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** A visitor's first second is over by then. */
const LEAST_WAIT_SECONDS = 2;

/**
 * Lets people look at as many photos as they like, and machines at 60 a minute and address
 * (core/domain/visits.ts). Throws TooManyRequests.
 */
export function createWatch({
  shop,
  clients,
  secret,
}: {
  readonly shop: Pick<Shop, 'visits'>;
  readonly clients: Clients;
  readonly secret: string;
}): Watch {
  const due = createDueTimes();

  function arrive(request: Request, response: Response): void {
    const { visitor, address } = clients.of(request, response);
    const waitMs = due.waitFor(visitor ?? address, Date.now());
    if (waitMs > 0) throw new TooManyRequests('photos', waitMs / 1000);
  }

  async function look(request: Request, response: Response, page: PhotoPage): Promise<void> {
    const client = clients.of(request, response);
    const at = new Date();
    const outcome = await shop.visits.look({
      page,
      address: client.address,
      visitor: visitOf(client, response),
      at,
    });
    if (outcome.kind === 'served') return;
    const seconds = Math.max(LEAST_WAIT_SECONDS, Math.ceil(outcome.retryAfterSeconds));
    due.set(client.visitor ?? client.address, at.getTime() + seconds * 1000);
    throw new TooManyRequests('photos', seconds);
  }

  const hashOf = (slug: string, { q }: GalleryQuery) =>
    q === undefined
      ? undefined
      : createHmac('sha256', secret)
          .update(`${slug} ${q.trim().toLowerCase()}`)
          .digest()
          .readInt32BE();

  return {
    arrive,
    gallery(request, response, { query, after, gallery }) {
      const { slug } = gallery.event;
      const last = gallery.photos.at(-1)?.id;
      // Anything else begins at the beginning.
      const from = after !== undefined && PHOTO_ID.test(after) ? after : undefined;
      const isEntry = after === undefined && galleryQueryString(query) === '';
      // A search that found nothing gave nothing away.
      if (isEntry || last === undefined) return look(request, response, { kind: 'entry', last });
      return look(request, response, {
        kind: 'listing',
        after: from,
        last,
        search: hashOf(slug, query),
      });
    },
    photo(request, response, { query, shown }) {
      const { photo, isFound, event } = shown;
      return look(request, response, {
        kind: 'photo',
        photo: photo.id,
        neighbours: [shown.around, shown.others].flatMap(besidePhoto),
        search: isFound ? hashOf(event.slug, query) : undefined,
      });
    },
  };
}

function besidePhoto({ before, after }: ShownPhoto['around']): string[] {
  return [before.at(-1), after[0]].flatMap((one) => one?.id ?? []);
}

function visitOf({ visitor: key }: Client, { locals: { visitor } }: Response) {
  return key === undefined || visitor === undefined
    ? undefined
    : { ...visitor, key, since: new Date(visitor.since) };
}
