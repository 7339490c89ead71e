import type { CookieOptions, RequestHandler } from 'express';
import { readCookie } from '../cookies.js';
import { isLanguage, LANGUAGES, type Language } from '../messages/language.js';
import { wordsIn } from '../messages/messages.js';

/**
 * The language of the answer: `?lang=`, which is remembered, else the cookie, else what the browser
 * asks for, else English.
 */
export function chooseLanguage(cookie: CookieOptions): RequestHandler {
  return (request, response, next) => {
    const wanted = request.query.lang;
    const remembered = readCookie(request, 'lang');
    let language: Language;
    if (isLanguage(wanted)) {
      language = wanted;
      if (remembered !== wanted) response.cookie('lang', wanted, cookie);
    } else if (isLanguage(remembered)) {
      language = remembered;
    } else {
      const accepted = request.acceptsLanguages([...LANGUAGES]);
      language = isLanguage(accepted) ? accepted : 'en';
    }
    response.locals.language = language;
    response.locals.words = wordsIn(language);
    response.vary('Accept-Language').vary('Cookie').set('Content-Language', language);
    next();
  };
}
