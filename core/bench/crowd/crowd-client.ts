import { request as send, type Agent } from 'node:http';
import { stringify } from 'node:querystring';

/** What a page is to whoever measures. */
export type PageKind =
  'event' | 'search' | 'listing' | 'photo' | 'cart' | 'checkout' | 'payment' | 'order';

export interface CrowdAnswer {
  readonly status: number;
  /** Path that the answer leads on to. */
  readonly location: string | undefined;
  readonly body: string;
}

export interface CrowdRequest {
  readonly kind: PageKind;
  readonly path: string;
  /** Of a form; a page is asked for without them. */
  readonly fields?: Readonly<Record<string, string>>;
}

export interface CrowdClient {
  ask(request: CrowdRequest): Promise<CrowdAnswer>;
}

export interface CrowdClientOptions {
  readonly origin: string;
  readonly agent: Agent;
  readonly keepsCookies: boolean;
  /** The address told by a proxy; that of this machine unless given. */
  readonly address?: string;
  /** Told of every answer. */
  note(answered: {
    readonly kind: PageKind;
    readonly status: number;
    readonly milliseconds: number;
  }): void;
}

/** A browser without scripts and pictures: cookies, forms and links. */
export function createCrowdClient(options: CrowdClientOptions): CrowdClient {
  const { origin, agent, keepsCookies, address, note } = options;
  const cookies = new Map<string, string>();

  function keep(lines: readonly string[]): void {
    for (const line of keepsCookies ? lines : []) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
  }

  return {
    ask: ({ kind, path, fields }) =>
      new Promise((resolve, reject) => {
        const body = fields === undefined ? undefined : stringify(fields);
        const headers = {
          Accept: 'text/html',
          ...(address !== undefined && { 'X-Forwarded-For': address }),
          ...(cookies.size > 0 && {
            Cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
          }),
          ...(body !== undefined && { 'Content-Type': 'application/x-www-form-urlencoded' }),
        };
        const startedAt = performance.now();
        const method = body === undefined ? 'GET' : 'POST';
        const sent = send(new URL(path, origin), { method, agent, headers }, (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('error', reject);
          response.on('end', () => {
            const status = response.statusCode ?? 0;
            note({ kind, status, milliseconds: performance.now() - startedAt });
            keep(response.headers['set-cookie'] ?? []);
            const { location } = response.headers;
            resolve({ status, location, body: Buffer.concat(chunks).toString() });
          });
        });
        sent.on('error', reject);
        sent.end(body);
      }),
  };
}
