import type { Request, RequestHandler, Response } from 'express';
import { readCookie } from '../cookies.js';
import { readGalleryQuery } from '../gallery-query.js';
import { newVisitor, readVisitorToken, writeVisitorToken, type Visitor } from '../visitor-token.js';

export interface VisitorOptions {
  readonly secret: string;
  /** Served by https. */
  readonly secure: boolean;
}

export interface Visitors {
  /** Reads the token into `response.locals.visitor`. */
  readonly read: RequestHandler;
  /** For requests whose form was accepted: this visitor does something here. */
  readonly noteForm: RequestHandler;
  /** Gives a token with a page, where the request came with none. */
  issue(request: Request, response: Response): void;
}

/**
 * Tells visitors behind one address apart: at a finish line 2,000 phones have the same. The cookie
 * ends with the browser's session and lasts no longer than a day.
 */
export function createVisitors({ secret, secure }: VisitorOptions): Visitors {
  const name = secure ? '__Host-visitor' : 'visitor';
  const give = (response: Response, visitor: Visitor) => {
    response.cookie(name, writeVisitorToken(visitor, secret), {
      httpOnly: true,
      sameSite: 'lax',
      secure,
      path: '/',
    });
  };
  return {
    read(request, response, next) {
      response.locals.visitor = readVisitorToken(readCookie(request, name), secret, Date.now());
      next();
    },
    noteForm(request, response, next) {
      const { visitor } = response.locals;
      const isForm = request.method === 'POST' && typeof request.body === 'object';
      if (isForm && visitor !== undefined && !visitor.hasActed) {
        response.locals.visitor = { ...visitor, hasActed: true };
        give(response, response.locals.visitor);
      }
      next();
    },
    issue(request, response) {
      const { visitor } = response.locals as Partial<Express.Locals>;
      if (visitor !== undefined) return;
      give(response, newVisitor(Date.now(), readGalleryQuery(request).q !== undefined));
    },
  };
}
