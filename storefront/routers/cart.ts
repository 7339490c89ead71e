import { Router, type Request, type Response } from 'express';
import type { CartRefusal } from '../../core/index.js';
import { personOf } from '../person.js';
import {
  cartOf,
  discountCodeOf,
  keepCart,
  keepDiscountCode,
  LARGEST_CART,
  withOtherSize,
  withoutPhotos,
  withPhotos,
} from '../carts.js';
import type { StorefrontContext } from '../context.js';
import { textField, textFields } from '../form-fields.js';
import { pathWithin } from '../return-path.js';
import { cartModel } from '../view-models/cart.js';

type CartRequest = Request<{ slug: string }>;

/**
 * `/events/:slug/cart`: a cart belongs to one event. Photos are kept in the visitor's session, without
 * a price: it is worked out whenever the cart is shown or sold.
 */
export function cartRouter(context: StorefrontContext): Router {
  const { shop, limits } = context;
  const router = Router();

  const priced = (request: CartRequest, response: Response) =>
    shop.cart.show(
      {
        eventSlug: request.params.slug,
        items: cartOf(request, request.params.slug),
        code: discountCodeOf(request, request.params.slug),
        person: personOf(request),
      },
      context.visitorOf(request, response),
    );
  const backToCart = (request: CartRequest, response: Response) => {
    response.redirect(303, `/events/${encodeURIComponent(request.params.slug)}/cart`);
  };

  /** The carts of a visitor who has some. */
  router.get('/cart', limits.events, async (request, response) => {
    const { words } = response.locals;
    const carts = Object.entries(request.session.carts ?? {});
    const names = await shop.gallery.eventNames(carts.map(([slug]) => slug));
    context.page(request, response, {
      view: 'cart/carts',
      title: words.cart.titles,
      noindex: true,
      styles: ['css/buying.css'],
      model: {
        title: words.cart.titles,
        carts: carts.map(([slug, { length }]) => ({
          href: `/events/${encodeURIComponent(slug)}/cart`,
          name: names.get(slug) ?? slug,
          count: words.cart.photoCount(length),
        })),
      },
    });
  });

  router.get('/events/:slug/cart', limits.cart, async (request: CartRequest, response) => {
    const { slug } = request.params;
    const { words, language } = response.locals;
    let shown = await priced(request, response);
    const left = shown.kind === 'refused' ? shown.refusals.filter(isGone) : [];
    if (left.length > 0) {
      const gone = new Set(left.map(({ photoId }) => photoId));
      keepCart(request, slug, withoutPhotos(cartOf(request, slug), gone));
      shown = await priced(request, response);
    }
    if (shown.kind === 'priced' && !shown.quote.proven) {
      context.log.warn(
        { requestId: response.locals.requestId, event: slug, photos: cartOf(request, slug).length },
        'no proof that a cart has its cheapest price',
      );
    }
    const cart = cartOf(request, slug);
    context.page(request, response, {
      view: 'cart/cart',
      title: words.cart.title,
      noindex: true,
      styles: ['css/buying.css'],
      model: cartModel({
        slug,
        cart,
        shown,
        left,
        isFull: cart.length >= LARGEST_CART,
        words,
        language,
      }),
    });
  });

  /** Fields `photoId` (one or many), `size`, and `returnTo` for who wants to stay on the page. */
  router.post('/events/:slug/cart', limits.cart, (request: CartRequest, response) => {
    const { slug } = request.params;
    const cart = withPhotos(cartOf(request, slug), textFields(request, 'photoId'), sizeOf(request));
    keepCart(request, slug, cart);
    const returnTo = textField(request, 'returnTo');
    if (returnTo === '') backToCart(request, response);
    else response.redirect(303, pathWithin(returnTo));
  });

  router.post('/events/:slug/cart/items', limits.cart, (request: CartRequest, response) => {
    const { slug } = request.params;
    const cart = cartOf(request, slug);
    const toggled = textField(request, 'toggle');
    if (textField(request, 'empty') === 'all') keepCart(request, slug, []);
    else if (toggled !== '') keepCart(request, slug, withOtherSize(cart, toggled));
    else keepCart(request, slug, withoutPhotos(cart, new Set(textFields(request, 'remove'))));
    backToCart(request, response);
  });

  /**
   * Every photo with one bib, in the `size` that is given, or that of the others. `next` leads on to the
   * checkout, which shows what there is and the way back to the cart.
   */
  router.post('/events/:slug/cart/bib', limits.search, async (request: CartRequest, response) => {
    const { slug } = request.params;
    const cart = cartOf(request, slug);
    const photoIds = await shop.cart.photosOfBib(slug, textField(request, 'bib'));
    const there = new Set(cart.map(({ photoId }) => photoId));
    const added = photoIds.filter((photoId) => !there.has(photoId));
    const size = textField(request, 'size') === '' ? cart[0]?.size : undefined;
    keepCart(request, slug, withPhotos(cart, added, size ?? sizeOf(request)));
    if (textField(request, 'next') === 'checkout') {
      response.redirect(303, `/events/${encodeURIComponent(slug)}/checkout`);
    } else {
      backToCart(request, response);
    }
  });

  router.post('/events/:slug/cart/refused', limits.cart, async (request: CartRequest, response) => {
    const { slug } = request.params;
    const shown = await priced(request, response);
    if (shown.kind === 'refused') {
      const refused = new Set(shown.refusals.map(({ photoId }) => photoId));
      keepCart(request, slug, withoutPhotos(cartOf(request, slug), refused));
    }
    backToCart(request, response);
  });

  /** Limited, for a code can be guessed. */
  router.post<{ slug: string }>('/events/:slug/cart/code', limits.code, (request, response) => {
    keepDiscountCode(request, request.params.slug, textField(request, 'code'));
    backToCart(request, response);
  });

  return router;
}

/** True where no other size would help. */
function isGone({ reason }: CartRefusal): boolean {
  return reason !== 'not-for-sale' && reason !== 'used-up';
}

/** The original, unless the smaller one is asked for. */
function sizeOf(request: CartRequest): 'hd' | 'web' {
  return textField(request, 'size') === 'web' ? 'web' : 'hd';
}
