import { Router, type Request, type Response } from 'express';
import { cartOf } from '../carts.js';
import { favouritesOf } from '../chosen-photos.js';
import type { StorefrontContext } from '../context.js';
import { textField } from '../form-fields.js';
import { galleryQueryString, readGalleryQuery } from '../gallery-query.js';
import { sendDrawing } from '../send-drawing.js';
import { shareImage } from '../share-image.js';
import { provenEmailOf } from '../proven-email.js';
import { photoModel } from '../view-models/photo.js';
import { takeDownFormModel } from '../view-models/take-down.js';

type PhotoRequest = Request<{ slug: string; photoId: string }>;

const VIEWER_SCRIPTS = ['js/guarded.js', 'js/share.js', 'js/photo.js'];

/** `/events/:slug/photos/:photoId`: the viewer, and what can be said of a photo. */
export function photoRouter(context: StorefrontContext): Router {
  const { shop, limits, publicUrl, watch } = context;
  const router = Router();

  async function modelOf(request: PhotoRequest, response: Response, notice: string | undefined) {
    const { slug, photoId } = request.params;
    const { locals } = response;
    const query = readGalleryQuery(request);
    watch.arrive(request, response);
    const shown = await shop.gallery.showPhoto(slug, photoId, query);
    await watch.photo(request, response, { query, shown });
    return photoModel({
      shown,
      query,
      isFavourite: favouritesOf(request, slug).includes(shown.photo.id),
      cartSize: cartOf(request, slug).find((line) => line.photoId === shown.photo.id)?.size,
      publicUrl,
      takeDown: takeDownFormModel({
        event: shown.event,
        photoId: shown.photo.id,
        provenEmail: provenEmailOf(request),
        settings: context.settings,
        words: locals.words,
      }),
      notice,
      words: locals.words,
      language: locals.language,
    });
  }

  router.get('/events/:slug/photos/:photoId', async (request: PhotoRequest, response) => {
    const { words } = response.locals;
    const notice = request.query.reported === undefined ? undefined : words.photo.reported;
    const model = await modelOf(request, response, notice);
    context.page(request, response, {
      view: 'photo/photo',
      title: `${model.title} · ${model.eventName}`,
      description: words.photo.of(model.eventName),
      canonical: `/events/${request.params.slug}/photos/${model.photoId}`,
      // People are in it: whoever has the link may look, search engines may not.
      noindex: true,
      socialImage: shareImage(request.params.slug, model.photoId),
      styles: ['css/photo.css'],
      mainImage: model.previewUrl,
      scripts: VIEWER_SCRIPTS,
      model,
    });
  });

  router.get('/events/:slug/photos/:photoId/share', async (request: PhotoRequest, response) => {
    const { words } = response.locals;
    const model = await modelOf(request, response, undefined);
    context.page(request, response, {
      view: 'photo/share',
      title: words.photo.shareText(model.eventName),
      description: words.home.heroLead,
      noindex: true,
      socialImage: shareImage(request.params.slug, model.photoId),
      styles: ['css/photo.css'],
      scripts: ['js/guarded.js', 'js/share.js'],
      model,
    });
  });

  router.get(
    '/events/:slug/photos/:photoId/teaser.jpg',
    limits.drawing,
    async (request: PhotoRequest, response) => {
      const { slug, photoId } = request.params;
      const teaser = await shop.gallery.drawTeaser(
        slug,
        photoId,
        context.visitorOf(request, response),
      );
      await sendDrawing(request, response, teaser, {
        'Content-Type': 'image/jpeg',
        // As long as the other public pictures: one that is taken down is gone within minutes.
        'Cache-Control': 'public, max-age=600',
        'Cross-Origin-Resource-Policy': 'cross-origin',
      });
    },
  );

  router.get(
    '/events/:slug/photos/:photoId/framed.jpg',
    limits.framed,
    async (request: PhotoRequest, response) => {
      const { slug, photoId } = request.params;
      const framed = await shop.gallery.drawFramedTeaser(
        slug,
        photoId,
        context.visitorOf(request, response),
      );
      response
        .type('image/jpeg')
        .set('Cache-Control', 'private, max-age=600')
        .send(Buffer.from(framed));
    },
  );

  router.post(
    '/events/:slug/photos/:photoId/report',
    limits.search,
    async (request: PhotoRequest, response) => {
      const { slug, photoId } = request.params;
      await shop.gallery.reportWrongMatch({
        slug,
        photoId,
        bib: textField(request, 'bib'),
        note: textField(request, 'note'),
      });
      const query = galleryQueryString(readGalleryQuery(request), { reported: '1' });
      response.redirect(303, `/events/${slug}/photos/${photoId}${query}`);
    },
  );

  return router;
}
