import cookieParser from 'cookie-parser';
import { Router } from 'express';
import { FocusError, isCoverVersion } from '../../core/index.js';
import type { StorefrontContext } from '../context.js';
import { refuseHotLinks } from '../middleware/hot-links.js';

/** Short: a photo that is taken down is asked for again within minutes, and is gone. */
const CACHE_SECONDS = 600;

const DRAWN = ['/images/close-up', '/images/cover', '/images/cover-small'];

/**
 * `/images/preview/<photo>.jpg`, `/images/thumbnail/<photo>.jpg`, `/images/close-up/<photo>.jpg?bib=1204`, and of an
 * event's cover `/images/cover/<photo>.jpg` and `/images/cover-small/<photo>.jpg`: watermarked, of published events.
 */
export function imagesRouter(context: StorefrontContext): Router {
  const { shop, publicUrl, visitors } = context;
  const router = Router();
  router.use('/images', refuseHotLinks(publicUrl));
  // Drawn in turns, by visitor.
  router.use(DRAWN, cookieParser(), visitors.read);
  router.get('/images/:version/:photoId.jpg', async (request, response) => {
    const { version, photoId } = request.params;
    const { bib } = request.query;
    const visitor = () => context.visitorOf(request, response);
    const open = () => {
      if (isCoverVersion(version))
        return shop.images.openCover({ version, photoId }, visitor()).catch(asBusy);
      if (version !== 'close-up') return shop.images.open({ version, photoId });
      const wanted = { photoId, bib: typeof bib === 'string' ? bib : '' };
      return shop.images.openCloseUp(wanted, visitor()).catch(asBusy);
    };
    const image = await open();
    if (image === 'busy') {
      // The whole photo now is better than a part of it that does not come.
      const whole = version === 'cover' ? 'preview' : 'thumbnail';
      response.set('Cache-Control', 'no-store').redirect(`/images/${whole}/${photoId}.jpg`);
      return;
    }
    if (image === undefined) {
      response.status(404).set('Cache-Control', 'no-store').end();
      return;
    }
    response.set({
      'Content-Type': 'image/jpeg',
      'Content-Disposition': 'inline',
      'Cache-Control': `public, max-age=${CACHE_SECONDS}`,
      ETag: image.etag,
    });
    if (request.fresh) {
      response.status(304).end();
    } else if (request.method === 'HEAD') {
      response.set('Content-Length', String(image.bytes)).end();
    } else {
      const body = await image.read();
      response.set('Content-Length', String(body.length)).end(body);
    }
  });
  return router;
}

/** Threads that draw have too much to do. */
function asBusy(error: unknown): 'busy' {
  if (error instanceof FocusError && error.kind === 'unavailable') return 'busy';
  throw error;
}
