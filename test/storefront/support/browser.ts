import { parse, type HTMLElement } from 'node-html-parser';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
  /** The body as a document. */
  readonly page: HTMLElement;
}

export interface Browser {
  /** Name to value, as the server set them. */
  readonly cookies: Map<string, string>;
  /** Follows no redirect. */
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Answer>;
  /**
   * Sends a form. The token is that of the last page that was read, or of the home page where none
   * was; give `csrfToken` to send another.
   */
  post(
    path: string,
    fields?: Readonly<Record<string, string | readonly string[]>>,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Answer>;
  /** Where an answer redirects to, read. */
  follow(answer: Answer): Promise<Answer>;
}

/** Just enough of a browser: cookies, forms, no scripts. */
export function createBrowser(url: string): Browser {
  const cookies = new Map<string, string>();
  let lastToken: string | undefined;

  async function send(path: string, init: RequestInit): Promise<Answer> {
    const headers = new Headers(init.headers);
    if (cookies.size > 0 && !headers.has('cookie')) {
      headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    }
    if (!headers.has('accept')) headers.set('accept', 'text/html,*/*;q=0.8');
    const response = await fetch(new URL(path, url), { ...init, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '') cookies.delete(name);
      else cookies.set(name, value);
    }
    const body = await response.text();
    const page = parse(body);
    lastToken = page.querySelector('input[name=csrfToken]')?.getAttribute('value') ?? lastToken;
    return { status: response.status, headers: response.headers, body, page };
  }

  return {
    cookies,
    get: (path, headers = {}) => send(path, { headers }),
    async post(path, fields = {}, headers = {}) {
      // Any page has a form, the one that says there is nothing here too.
      if (lastToken === undefined && fields.csrfToken === undefined) await send('/', {});
      const form = new URLSearchParams();
      for (const [name, values] of Object.entries({ csrfToken: lastToken ?? '', ...fields })) {
        for (const value of typeof values === 'string' ? [values] : values)
          form.append(name, value);
      }
      return send(path, { method: 'POST', body: form, headers });
    },
    follow: (answer) => send(answer.headers.get('location') ?? '/', {}),
  };
}
