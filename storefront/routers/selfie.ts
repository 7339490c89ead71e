import { Router, type Request, type Response } from 'express';
import { cartOf, discountCodeOf, photoIdsOf } from '../carts.js';
import { favouritesOf, keepSelfieFinds, selfieFindsOf } from '../chosen-photos.js';
import type { StorefrontContext } from '../context.js';
import { readUpload } from '../read-upload.js';
import { personOf } from '../person.js';
import { selfieFindsModel } from '../view-models/selfie-finds.js';
import { selfieModel } from '../view-models/selfie.js';

type SelfieRequest = Request<{ slug: string }>;

/** Twice what phones write; held in memory while it is read, never on disk. */
const LARGEST_SELFIE_BYTES = 12 * 1024 * 1024;

/** `/events/:slug/selfie`: find me by my face, where the event allows it. */
export function selfieRouter(context: StorefrontContext): Router {
  const { shop, limits } = context;
  const router = Router();

  /** As a page with the form again, or as words for the script that sent it. */
  async function refuse(request: SelfieRequest, response: Response, problem: string) {
    if (isScript(request)) response.status(400).json({ problem });
    else await show(request, response, problem);
  }

  async function show(request: SelfieRequest, response: Response, problem: string | undefined) {
    const { words, language } = response.locals;
    const { slug } = request.params;
    const searched = selfieFindsOf(request, slug);
    const finds = await shop.gallery.showSelfieFinds(slug, searched?.photoIds ?? []);
    response.set('Permissions-Policy', 'camera=(self)');
    const cart = cartOf(request, slug);
    const all = await shop.cart.priceAllPhotos(
      {
        event: finds.event,
        photoIds: finds.photos.map(({ id }) => id),
        cart,
        code: discountCodeOf(request, slug),
        person: personOf(request),
      },
      context.visitorOf(request, response),
    );
    context.page(request, response, {
      view: 'gallery/selfie',
      title: `${words.gallery.selfie.title} · ${finds.event.name}`,
      noindex: true,
      status: problem === undefined ? 200 : 400,
      styles: ['css/gallery.css', 'css/selfie.css'],
      scripts: ['js/guarded.js', 'js/gallery.js', 'js/selfie.js'],
      model: {
        ...selfieModel({ event: finds.event, terms: finds.terms, problem, words, language }),
        finds:
          searched &&
          selfieFindsModel(finds, {
            all,
            favourites: favouritesOf(request, slug),
            inCart: new Set(photoIdsOf(cart)),
            words,
            language,
          }),
      },
    });
  }

  router.get('/events/:slug/selfie', limits.events, (request: SelfieRequest, response) =>
    show(request, response, undefined),
  );

  router.post('/events/:slug/selfie', limits.selfie, async (request: SelfieRequest, response) => {
    const { refusals } = response.locals.words.gallery.selfie;
    const { slug } = await shop.gallery.findEvent(request.params.slug);
    const upload = await readUpload(request, { file: 'picture', mostBytes: LARGEST_SELFIE_BYTES });
    if (upload.kind === 'refused') {
      await refuse(request, response, refusals[upload.reason]);
      return;
    }
    const outcome = await shop.gallery.searchBySelfie({
      slug,
      picture: upload.bytes,
      agreedTo: upload.fields.get('consent'),
    });
    if (outcome.kind === 'refused') {
      await refuse(request, response, refusals[outcome.reason]);
      return;
    }
    keepSelfieFinds(request, slug, outcome);
    const location = `/events/${slug}/selfie`;
    if (isScript(request)) response.json({ location });
    else response.redirect(303, location);
  });

  router.post(
    '/events/:slug/selfie/forget',
    limits.events,
    async (request: SelfieRequest, response) => {
      const { slug } = await shop.gallery.findEvent(request.params.slug);
      const finds = selfieFindsOf(request, slug);
      if (finds !== undefined) await shop.gallery.revokeSelfie(finds.consentId);
      keepSelfieFinds(request, slug, undefined);
      response.redirect(303, `/events/${slug}/selfie`);
    },
  );

  return router;
}

function isScript(request: SelfieRequest): boolean {
  return request.accepts(['html', 'json']) === 'json';
}
