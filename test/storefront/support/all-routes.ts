import type { RequestHandler } from 'express';
import type { StorefrontContext } from '../../../storefront/context.js';
import { createStorefront } from '../../../storefront/server.js';

interface Layer {
  readonly route?: {
    readonly path: string | readonly string[];
    readonly methods: Readonly<Record<string, boolean>>;
  };
  readonly handle: RequestHandler & { readonly stack?: readonly Layer[] };
}

export interface Route {
  /** With its parameters: `/events/:slug`. */
  readonly path: string;
  readonly methods: readonly string[];
}

/** Every route that the application has. */
export function allRoutes(context: StorefrontContext): Route[] {
  const { router } = createStorefront(context);
  // Express does not tell the type of its own list.
  return routesOf((router as unknown as { readonly stack: readonly Layer[] }).stack);
}

function routesOf(layers: readonly Layer[]): Route[] {
  return layers.flatMap(({ route, handle }) =>
    route === undefined
      ? routesOf(handle.stack ?? [])
      : [route.path].flat().map((path) => ({ path, methods: Object.keys(route.methods) })),
  );
}

/** A route with something in the place of each parameter. */
export function fill(route: string, values: Readonly<Record<string, string>>): string {
  return route
    .replace(/\{[^}]*\}/g, '')
    .replace(/[:*](\w+)/g, (_, name: string) => encodeURIComponent(values[name] ?? 'x'));
}
