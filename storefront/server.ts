import cookieParser from 'cookie-parser';
import ejs from 'ejs';
import express, { type Express, type Router } from 'express';
import { fileURLToPath } from 'node:url';
import type { StorefrontContext } from './context.js';
import { isHttps, preferenceCookie } from './cookies.js';
import { compressText } from './middleware/compression.js';
import { answerErrors, notFound, refuseNul } from './middleware/errors.js';
import { chooseLanguage } from './middleware/language.js';
import { keepRobotsOut } from './middleware/robots.js';
import { logRequests } from './middleware/request-log.js';
import { securityHeaders } from './middleware/security-headers.js';
import { keepSessions } from './middleware/session.js';
import { chooseTheme } from './middleware/theme.js';
import { accountRouter } from './routers/account.js';
import { assetsRouter } from './routers/assets.js';
import { cartRouter } from './routers/cart.js';
import { checkoutRouter } from './routers/checkout.js';
import { discoveryRouter } from './routers/discovery.js';
import { favouritesRouter } from './routers/favourites.js';
import { followRouter } from './routers/follow.js';
import { galleryRouter } from './routers/gallery.js';
import { healthRouter } from './routers/health.js';
import { homeRouter } from './routers/home.js';
import { imagesRouter } from './routers/images.js';
import { legalRouter } from './routers/legal.js';
import { outboxRouter } from './routers/outbox.js';
import { orderRouter } from './routers/order.js';
import { paymentRouter } from './routers/payment.js';
import { photoRouter } from './routers/photo.js';
import { preferencesRouter } from './routers/preferences.js';
import { qrRouter } from './routers/qr.js';
import { selfieRouter } from './routers/selfie.js';
import { takeDownRouter } from './routers/take-down.js';
import { testPaymentRouter } from './routers/test-payment.js';
import { webhooksRouter } from './routers/webhooks.js';
import { withdrawalRouter } from './routers/withdrawal.js';
import { unsubscribeRouter } from './routers/unsubscribe.js';

export type CreateRouter = (context: StorefrontContext) => Router;

/** Answered before anything is known of the visitor: they are asked for often, and by machines. */
const ANONYMOUS_ROUTERS: readonly CreateRouter[] = [imagesRouter, healthRouter, webhooksRouter];

/** Pages and forms. */
const ROUTERS: readonly CreateRouter[] = [
  homeRouter,
  galleryRouter,
  photoRouter,
  takeDownRouter,
  favouritesRouter,
  followRouter,
  selfieRouter,
  qrRouter,
  legalRouter,
  discoveryRouter,
  preferencesRouter,
  unsubscribeRouter,
  outboxRouter,
  cartRouter,
  checkoutRouter,
  paymentRouter,
  testPaymentRouter,
  orderRouter,
  withdrawalRouter,
  accountRouter,
];

/** Forms have a handful of fields; a cart of 5,000 photos is refused, not read. */
const LARGEST_FORM_BYTES = 64 * 1024;

/** The storefront as an Express application; listening is its caller's affair. */
export function createStorefront(
  context: StorefrontContext,
  routers: readonly CreateRouter[] = ROUTERS,
): Express {
  const { shop, settings, publicUrl, csrf, visitors } = context;
  const secure = isHttps(publicUrl);
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', trustOf(settings.trustProxy));
  app.set('query parser', 'simple');
  app.set('views', fileURLToPath(new URL('./views/', import.meta.url)));
  app.set('view engine', 'ejs');
  app.engine('ejs', (file, data, done) => {
    ejs.renderFile(file, data).then((html) => done(null, html), done);
  });
  app.enable('view cache');

  app.use(logRequests(context));
  app.use(securityHeaders({ publicUrl }));
  app.use(keepRobotsOut);
  for (const createRouter of ANONYMOUS_ROUTERS) app.use(createRouter(context));
  app.use(compressText());
  app.use(assetsRouter(context));
  app.use(cookieParser());
  app.use(chooseLanguage(preferenceCookie(publicUrl)));
  app.use(chooseTheme);
  app.use(visitors.read);
  app.use(keepSessions({ shop, secure }));
  app.use(express.urlencoded({ extended: false, limit: LARGEST_FORM_BYTES, parameterLimit: 500 }));
  app.use(csrf.guard);
  app.use(visitors.noteForm);
  app.use(refuseNul);
  for (const createRouter of routers) app.use(createRouter(context));
  app.use(notFound);
  app.use(answerErrors(context));
  return app;
}

/** As Express takes it: a number of proxies, their addresses, or none. */
function trustOf(setting: string | undefined): number | string | false {
  if (setting === undefined) return false;
  return /^\d$/.test(setting) ? Number(setting) : setting;
}
