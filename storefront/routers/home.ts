import { Router } from 'express';
import type { StorefrontContext } from '../context.js';
import { eventsModel, homeModel } from '../view-models/events.js';

const HOME_EVENTS = 9;
const LIST_EVENTS = 24;

/** `/` and `/events`: the events there are, and their search. */
export function homeRouter(context: StorefrontContext): Router {
  const { shop, limits } = context;
  const router = Router();

  router.get('/', limits.home, async (request, response) => {
    const { words, language } = response.locals;
    const overview = await shop.gallery.listEvents('', { page: 1, size: HOME_EVENTS });
    const model = homeModel({ overview, text: '', page: 1, words, language });
    context.page(request, response, {
      view: 'home/home',
      title: words.home.title,
      description: words.home.description,
      canonical: '/',
      ...(model.featured?.socialImage !== undefined && { socialImage: model.featured.socialImage }),
      styles: ['css/find.css', 'css/home.css'],
      scripts: ['js/guarded.js', 'js/find.js', 'js/suggest.js'],
      model,
    });
  });

  router.get('/events', limits.events, async (request, response) => {
    const { words, language } = response.locals;
    const { q, page: wanted } = request.query;
    const text = typeof q === 'string' ? q.trim().slice(0, 80) : '';
    const page = typeof wanted === 'string' && /^[1-9]\d{0,3}$/.test(wanted) ? Number(wanted) : 1;
    const overview = await shop.gallery.listEvents(text, { page, size: LIST_EVENTS });
    context.page(request, response, {
      view: 'home/events',
      title: words.home.eventsTitle,
      noindex: text !== '',
      styles: ['css/find.css', 'css/home.css'],
      scripts: ['js/guarded.js'],
      model: eventsModel({ overview, text, page, words, language }),
    });
  });

  return router;
}
