import { Router, type Request, type Response } from 'express';
import { FocusError, fitInside, takeDownReference } from '../../core/index.js';
import { networkOf } from '../client-address.js';
import type { StorefrontContext } from '../context.js';
import { textField } from '../form-fields.js';
import { provenEmailOf } from '../proven-email.js';
import { THUMBNAIL_SIZE } from '../view-models/photo-tile.js';
import {
  outcomeOf,
  readOutcome,
  takeDownFormModel,
  takeDownOutcomeModel,
  type TakeDownFormOptions,
  type TakeDownOutcome,
} from '../view-models/take-down.js';

type PhotoRequest = Request<{ slug: string; photoId: string }>;
type LinkRequest = Request<{ token: string }>;

/** `/events/:slug/photos/:photoId/take-down` and `/take-down/:token`: having a photo hidden. */
export function takeDownRouter(context: StorefrontContext): Router {
  const { shop, limits, settings } = context;
  const router = Router();

  async function showForm(
    request: PhotoRequest,
    response: Response,
    typed?: TakeDownFormOptions['typed'],
  ): Promise<void> {
    const { words } = response.locals;
    const { slug, photoId } = request.params;
    const { event, photo } = await shop.gallery.showPhoto(slug, photoId, {});
    context.page(request, response, {
      view: 'take-down/ask',
      title: `${words.takeDown.title} · ${event.name}`,
      noindex: true,
      status: typed === undefined ? 200 : 400,
      styles: ['css/photo.css'],
      scripts: ['js/guarded.js'],
      model: {
        eventName: event.name,
        eventUrl: `/events/${event.slug}`,
        thumbnailUrl: `/images/thumbnail/${photo.id}.jpg`,
        ...fitInside(photo, THUMBNAIL_SIZE),
        form: takeDownFormModel({
          event,
          photoId: photo.id,
          provenEmail: provenEmailOf(request),
          settings,
          words,
          ...(typed !== undefined && { typed }),
        }),
      },
    });
  }

  function showOutcome(
    request: Request,
    response: Response,
    outcome: TakeDownOutcome,
    of: { readonly slug: string; readonly reference: string | undefined },
  ): void {
    const { words } = response.locals;
    const model = takeDownOutcomeModel(outcome, { ...of, settings, words });
    context.page(request, response, {
      view: 'take-down/outcome',
      title: model.title,
      noindex: true,
      model,
    });
  }

  router.get(
    '/events/:slug/photos/:photoId/take-down',
    limits.events,
    (request: PhotoRequest, response) => showForm(request, response),
  );

  router.post(
    '/events/:slug/photos/:photoId/take-down',
    limits['take-down'],
    async (request: PhotoRequest, response) => {
      const { words, language } = response.locals;
      const { slug, photoId } = request.params;
      const [email, reason] = [textField(request, 'email'), textField(request, 'reason')];
      const again = (problem: string) =>
        showForm(request, response, { email: email.slice(0, 254), reason, problem });
      try {
        const answer = await shop.takeDowns.request({
          slug,
          photoId,
          email,
          reason,
          language,
          network: networkOf(request.ip ?? ''),
          provenEmail: provenEmailOf(request),
          at: new Date(),
        });
        if (answer.kind === 'too-often') {
          await again(words.takeDown.tooOften);
          return;
        }
        const outcome = answer.kind === 'asked' ? 'asked' : outcomeOf(answer.state);
        const query = `outcome=${outcome}&reference=${answer.reference}`;
        response.redirect(303, `/events/${slug}/take-down?${query}`);
      } catch (error) {
        if (!(error instanceof FocusError) || error.kind !== 'input') throw error;
        await again(words.takeDown.badEmail);
      }
    },
  );

  /** What was said a moment ago, to whoever was told it. */
  router.get(
    '/events/:slug/take-down',
    limits.events,
    async (request: Request<{ slug: string }>, response) => {
      const { slug } = await shop.gallery.findEvent(request.params.slug);
      const { reference, outcome } = request.query;
      const known = typeof reference === 'string' && /^[0-9A-F]{8}$/.test(reference);
      showOutcome(request, response, readOutcome(outcome) ?? 'asked', {
        slug,
        reference: known ? reference : undefined,
      });
    },
  );

  /** A press, not the mere opening of the link: mail programs open links to look at them. */
  router.get('/take-down/:token', limits.events, async (request: LinkRequest, response) => {
    const { words } = response.locals;
    const asked = await shop.takeDowns.find(request.params.token);
    // Whoever has the address may see the photo, and hide it.
    response.set({ 'Cache-Control': 'no-store', 'Referrer-Policy': 'same-origin' });
    if (asked === undefined) {
      showOver(request, response);
    } else if (asked.state === 'unconfirmed') {
      context.page(request, response, {
        view: 'take-down/confirm',
        title: words.takeDown.confirm.title,
        noindex: true,
        styles: ['css/photo.css'],
        scripts: ['js/guarded.js'],
        model: {
          lead: words.takeDown.confirm.lead(asked.eventName),
          thumbnailUrl: `/images/thumbnail/${asked.photoId}.jpg`,
        },
      });
    } else {
      showOutcome(request, response, outcomeOf(asked.state), {
        slug: asked.eventSlug,
        reference: takeDownReference(asked.id),
      });
    }
  });

  router.post('/take-down/:token', limits.mail, async (request: LinkRequest, response) => {
    const { token } = request.params;
    const confirmed = await shop.takeDowns.confirm(token);
    if (confirmed === undefined) {
      showOver(request, response);
      return;
    }
    if (confirmed.isNew) request.session.provenEmail = confirmed.asked.email;
    response.redirect(303, `/take-down/${token}`);
  });

  function showOver(request: Request, response: Response): void {
    const { over, backHome } = response.locals.words.takeDown;
    context.page(request, response, {
      view: 'photo/done',
      title: over.title,
      noindex: true,
      status: 410,
      model: { ...over, href: '/', link: backHome },
    });
  }

  return router;
}
