import { Router, type Request } from 'express';
import { photosInCarts } from '../carts.js';
import { toggleFavourite } from '../chosen-photos.js';
import type { StorefrontContext } from '../context.js';
import { textField } from '../form-fields.js';
import { pathWithin } from '../return-path.js';
import { chosenModel } from '../view-models/chosen.js';

/** `/favourites`, kept in the visitor's session. */
export function favouritesRouter(context: StorefrontContext): Router {
  const { shop, limits } = context;
  const router = Router();

  router.get('/favourites', limits.events, async (request, response) => {
    const { words, language } = response.locals;
    const chosen = await shop.gallery.listChosen(request.session.favourites ?? {});
    context.page(request, response, {
      view: 'gallery/favourites',
      title: words.gallery.favourites.title,
      noindex: true,
      styles: ['css/gallery.css'],
      scripts: ['js/guarded.js', 'js/gallery.js'],
      model: {
        events: chosenModel(chosen, {
          areFavourites: true,
          inCart: photosInCarts(request),
          words,
          language,
        }),
      },
    });
  });

  /** Field `photoId`: in where it was out, out where it was in. */
  router.post(
    '/events/:slug/favourites',
    limits.events,
    async (request: Request<{ slug: string }>, response) => {
      const photoId = textField(request, 'photoId');
      const { slug } = await shop.gallery.findEvent(request.params.slug);
      // A photo that is none would be shown nowhere; what cannot be an id is not even kept.
      const isId = /^[0-9a-f-]{36}$/.test(photoId);
      const isFavourite = isId && toggleFavourite(request, slug, photoId);
      if (request.accepts(['html', 'json']) === 'json') response.json({ isFavourite });
      else response.redirect(303, pathWithin(textField(request, 'returnTo')));
    },
  );

  return router;
}
