import type { Words } from '../messages/messages.js';

export interface RefusalOptions {
  /** Name of the limit. */
  readonly limit: string;
  readonly retryAfterSeconds: number;
  readonly method: string;
  /** Path and query of what was refused. */
  readonly path: string;
  /** Of the form that was refused, as it was read; undefined where it was not. */
  readonly body: unknown;
  readonly words: Words;
}

/** Longer than anybody leaves a page open for. */
const LONGEST_AUTOMATIC_WAIT_SECONDS = 120;

/** What a visitor reads who asked too often: when it goes on, and how; nothing is lost. */
export function refusalModel(options: RefusalOptions) {
  const { limit, retryAfterSeconds, method, path, body, words } = options;
  const { tooMany, tryAgainIn } = words.errors;
  const isAutomatic = retryAfterSeconds <= LONGEST_AUTOMATIC_WAIT_SECONDS;
  const isPage = method === 'GET';
  const fields = isPage ? undefined : fieldsOf(body);
  const eventPath = /^\/events\/[\w-]+/.exec(path)?.[0];
  return {
    advice: limit === 'photos' ? tooMany.photos : words.errors.pages['too-many'].advice,
    wait: {
      text: tryAgainIn(retryAfterSeconds),
      seconds: isAutomatic ? String(retryAfterSeconds) : undefined,
      /** The same with a place for the seconds that are left. */
      template: tooMany.countdown('{time}'),
    },
    note: isPage
      ? isAutomatic
        ? tooMany.comesByItself
        : undefined
      : fields
        ? tooMany.keptForm
        : tooMany.lostForm,
    form: fields && { action: path, fields, submit: tooMany.sendAgain },
    refreshSeconds: isPage && isAutomatic ? retryAfterSeconds : undefined,
    // Each under another limit than what was refused.
    way:
      limit === 'photos' && eventPath !== undefined
        ? { href: eventPath, text: tooMany.search }
        : { href: '/', text: tooMany.home },
  };
}

/** What the form said, to say it again; its token is given anew. */
function fieldsOf(
  body: unknown,
): readonly { readonly name: string; readonly value: string }[] | undefined {
  if (typeof body !== 'object' || body === null) return undefined;
  return Object.entries(body).flatMap(([name, given]: [string, unknown]) =>
    name === 'csrfToken'
      ? []
      : [given].flat().flatMap((value) => (typeof value === 'string' ? [{ name, value }] : [])),
  );
}
