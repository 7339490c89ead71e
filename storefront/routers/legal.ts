import { Router, type Request } from 'express';
import { FocusError } from '../../core/index.js';
import type { StorefrontContext } from '../context.js';
import { legalModel } from '../view-models/legal.js';

/** `/legal/notice`, `/legal/terms`, `/legal/privacy`. */
export function legalRouter(context: StorefrontContext): Router {
  const router = Router();
  router.get('/legal/:page', (request: Request<{ page: string }>, response) => {
    const { words } = response.locals;
    const model = legalModel(request.params.page, context.settings, words);
    if (model === undefined)
      throw new FocusError('not-found', 'page.unknown', 'There is no such page');
    context.page(request, response, { view: 'legal/legal', title: model.title, model });
  });
  return router;
}
