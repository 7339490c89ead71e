import { Router, type Request } from 'express';
import { cartOf, discountCodeOf, photoIdsOf } from '../carts.js';
import { personOf } from '../person.js';
import { favouritesOf } from '../chosen-photos.js';
import type { StorefrontContext } from '../context.js';
import { galleryQueryString, readCursor, readGalleryQuery } from '../gallery-query.js';
import { galleryModel } from '../view-models/gallery.js';

/** `/events/:slug`: an event's photos, and their search. */
export function galleryRouter(context: StorefrontContext): Router {
  const { shop, limits, watch } = context;
  const router = Router();

  router.get('/events/:slug', async (request: Request<{ slug: string }>, response) => {
    const { words, language } = response.locals;
    const { slug } = request.params;
    const query = readGalleryQuery(request);
    const after = readCursor(request);
    // The first page of an event, and a search, are open to who was refused another.
    if (after !== undefined) watch.arrive(request, response);
    const gallery = await shop.gallery.show(slug, query, after);
    await watch.gallery(request, response, { query, after, gallery });
    const cart = cartOf(request, slug);
    // The next page of photos is put below: the button stands above already.
    const all =
      gallery.ownBib === undefined || after !== undefined
        ? undefined
        : await shop.cart.priceAllOfBib(
            {
              event: gallery.event,
              bib: gallery.ownBib,
              cart,
              code: discountCodeOf(request, slug),
              person: personOf(request),
            },
            context.visitorOf(request, response),
          );
    const model = galleryModel({
      gallery,
      all,
      query,
      after,
      favourites: favouritesOf(request, slug),
      inCart: new Set(photoIdsOf(cart)),
      words,
      language,
    });
    const isSearched = galleryQueryString(query) !== '';
    context.page(request, response, {
      view: 'gallery/gallery',
      title: isSearched ? `${model.heading} · ${model.name}` : model.name,
      description:
        gallery.figures.photos === 0
          ? words.gallery.descriptionEmpty(model.name)
          : words.gallery.description(model.name, model.photoCount),
      canonical: model.baseUrl,
      // Searches are about one person: no search engine keeps them.
      noindex: isSearched || after !== undefined,
      ...(model.socialImage !== undefined && { socialImage: model.socialImage }),
      styles: ['css/find.css', 'css/gallery.css'],
      scripts: ['js/guarded.js', 'js/find.js', 'js/suggest.js', 'js/gallery.js'],
      model,
    });
  });

  /** Names that go on as `q`, for the field of the search: JSON. */
  router.get(
    '/events/:slug/names',
    limits.names,
    async (request: Request<{ slug: string }>, response) => {
      const { q } = request.query;
      const typed = typeof q === 'string' ? q : '';
      const names = await shop.gallery.suggestNames(request.params.slug, typed);
      response.set('Cache-Control', 'private, max-age=60').json({ names });
    },
  );

  return router;
}
