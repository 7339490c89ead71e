import { Router, type Request, type Response } from 'express';
import { FocusError } from '../../core/index.js';
import type { StorefrontContext } from '../context.js';
import { textField } from '../form-fields.js';

type FollowRequest = Request<{ slug: string }>;
type ConfirmRequest = Request<{ slug: string; token: string }>;

/** `/events/:slug/follow`: tell me when my photos are there. */
export function followRouter(context: StorefrontContext): Router {
  const { shop, limits } = context;
  const router = Router();

  async function showForm(
    request: FollowRequest,
    response: Response,
    typed: { readonly email: string; readonly bib: string; readonly problem: string | undefined },
  ) {
    const { words } = response.locals;
    const event = await shop.gallery.findEvent(request.params.slug);
    context.page(request, response, {
      view: 'photo/follow',
      title: `${words.photo.follow.title} · ${event.name}`,
      noindex: true,
      status: typed.problem === undefined ? 200 : 400,
      model: { ...typed, eventName: event.name, eventUrl: `/events/${event.slug}` },
    });
  }

  function showDone(
    request: Request,
    response: Response,
    slug: string,
    title: string,
    lead: string,
  ) {
    context.page(request, response, {
      view: 'photo/done',
      title,
      noindex: true,
      model: { title, lead, href: `/events/${slug}`, link: response.locals.words.photo.back },
    });
  }

  router.get('/events/:slug/follow', limits.events, (request: FollowRequest, response) => {
    const { bib } = request.query;
    return showForm(request, response, {
      email: '',
      bib: typeof bib === 'string' ? bib.slice(0, 40) : '',
      problem: undefined,
    });
  });

  router.post('/events/:slug/follow', limits.mail, async (request: FollowRequest, response) => {
    const { words, language } = response.locals;
    const [email, bib] = [textField(request, 'email'), textField(request, 'bib')];
    const { slug } = request.params;
    try {
      await shop.gallery.follow({ slug, email, bib, language, at: new Date() });
    } catch (error) {
      if (!(error instanceof FocusError) || error.kind !== 'input') throw error;
      const problem = error.code === 'bib.unreadable' ? words.photo.badBib : words.photo.badEmail;
      await showForm(request, response, { email, bib, problem });
      return;
    }
    response.redirect(303, `/events/${slug}/follow/sent`);
  });

  router.get(
    '/events/:slug/follow/sent',
    limits.events,
    async (request: FollowRequest, response) => {
      const { follow } = response.locals.words.photo;
      const { slug } = await shop.gallery.findEvent(request.params.slug);
      showDone(request, response, slug, follow.sentTitle, follow.sentLead);
    },
  );

  /** A press, not the mere opening of the link: mail programs open links to look at them. */
  router.get(
    '/events/:slug/follow/:token',
    limits.events,
    async (request: ConfirmRequest, response) => {
      const { follow } = response.locals.words.photo;
      const event = await shop.gallery.findEvent(request.params.slug);
      context.page(request, response, {
        view: 'photo/confirm-follow',
        title: follow.confirmTitle,
        noindex: true,
        model: { lead: follow.confirmLead(event.name) },
      });
    },
  );

  router.post(
    '/events/:slug/follow/:token',
    limits.mail,
    async (request: ConfirmRequest, response) => {
      const { follow } = response.locals.words.photo;
      const { slug, token } = request.params;
      const { event, bib } = await shop.gallery.confirmFollow(slug, token);
      showDone(request, response, event.slug, follow.confirmedTitle, follow.confirmedLead(bib));
    },
  );

  return router;
}
