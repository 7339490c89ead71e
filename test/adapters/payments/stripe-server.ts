import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { Refusal } from './stripe-refusal.js';
import { stripeRoutes, type Form, type Right, type Route } from './stripe-routes.js';

export interface StripeCall {
  readonly route: string;
  readonly parameters: Form;
  readonly idempotencyKey: string | undefined;
}

export interface StripeServer {
  readonly host: string;
  readonly port: number;
  /** Those that were answered, in order. */
  readonly calls: readonly StripeCall[];
  /** The next calls fail like this. */
  failNext(times: number, status: number, error: Refusal['error']): void;
  /** The calls of this route fail like this, until it is told otherwise. */
  failRoute(route: RegExp | undefined, status: number, error: Refusal['error']): void;
  /** What the next call of this route does is done, but its answer does not arrive. */
  loseAnswer(route: RegExp): void;
  /** As a day later: the same key is a new request. */
  forgetKeys(): void;
  /** A restricted key with these rights alone. */
  addKey(key: string, rights: readonly Right[]): void;
  /** Where everything is kept; what is done to it is done in Stripe's dashboard, or by a bank. */
  readonly books: ReturnType<typeof stripeRoutes>['books'];
  readonly setStatus: ReturnType<typeof stripeRoutes>['setStatus'];
  /** What becomes of an account that money goes to. */
  readonly changeAccount: ReturnType<typeof stripeRoutes>['changeAccount'];
  readonly setRefundStatus: ReturnType<typeof stripeRoutes>['setRefundStatus'];
  readonly addEndpoint: ReturnType<typeof stripeRoutes>['addEndpoint'];
  readonly addDomain: ReturnType<typeof stripeRoutes>['addDomain'];
  close(): Promise<void>;
}

const KEY = 'sk_test_loopback';
/** The version whose types the SDK has: what it sends has to be of it. */
const VERSION = '2026-10-28.endive';

/**
 * A loopback server that takes what Stripe takes (docs.stripe.com/api) and nothing else: path, key,
 * version, form encoding, names and types of parameters, which are those of the SDK's own types, and
 * the rights of the key. The same idempotency key gives the same answer, a refusal too, as soon as
 * the call was begun, and an error with other parameters (docs.stripe.com/api/idempotent_requests).
 */
export async function startStripeServer(): Promise<StripeServer> {
  const calls: StripeCall[] = [];
  const answers = new Map<
    string,
    { readonly request: string; readonly answer: object | Refusal }
  >();
  const keys = new Map<string, readonly Right[] | undefined>([[KEY, undefined]]);
  let losing: RegExp | undefined;
  const failures: Refusal[] = [];
  let failing: { readonly route: RegExp; readonly refusal: Refusal } | undefined;
  const { routes, books, changeAccount, setStatus, setRefundStatus, addEndpoint, addDomain } =
    stripeRoutes();

  async function handle(request: IncomingMessage): Promise<object> {
    const url = new URL(request.url ?? '', 'http://loopback');
    const body = await text(request);
    const rights = checkHeaders(request, keys);
    const name = `${request.method} ${url.pathname}`;
    const failure = failing?.route.test(name) ? failing.refusal : failures.shift();
    if (failure !== undefined) throw failure;
    const route = routes.find(
      ({ method, path }) => method === request.method && path.test(url.pathname),
    );
    if (route === undefined)
      throw new Refusal(404, { message: `Unrecognized request URL ${url.pathname}` });
    if (rights !== undefined && !rights.includes(route.right))
      throw new Refusal(403, {
        message: `The provided key does not have the required permissions for this endpoint: ${route.right}`,
      });
    if (request.method === 'POST' && body !== '' && request.headers['content-type'] !== FORM)
      throw new Refusal(400, { message: 'Not a form' });
    const parameters = Object.fromEntries(
      new URLSearchParams(request.method === 'GET' ? url.search : body),
    );
    checkParameters(route, parameters);
    const key = request.headers['idempotency-key'];
    const idempotencyKey = typeof key === 'string' ? key : undefined;
    const whole = `${name} ${body}`;
    const earlier = idempotencyKey === undefined ? undefined : answers.get(idempotencyKey);
    if (earlier !== undefined && earlier.request !== whole)
      throw new Refusal(400, { type: 'idempotency_error', message: 'Other parameters' });
    if (earlier !== undefined) return given(earlier.answer);
    const answer = begin(route, url.pathname, parameters);
    if (idempotencyKey !== undefined) answers.set(idempotencyKey, { request: whole, answer });
    if (!(answer instanceof Refusal)) calls.push({ route: name, parameters, idempotencyKey });
    if (losing?.test(name)) {
      losing = undefined;
      throw new LostAnswer();
    }
    return given(answer);
  }

  function begin(route: Route, path: string, parameters: Form): object | Refusal {
    try {
      return route.answer(route.path.exec(path)?.slice(1) ?? [], parameters);
    } catch (error) {
      if (error instanceof Refusal) return error;
      throw error;
    }
  }

  const server = createServer((request, response) => {
    handle(request)
      .then((answer) => send(response, 200, answer))
      .catch((error: unknown) => {
        if (error instanceof LostAnswer) {
          response.destroy();
          return;
        }
        const refusal =
          error instanceof Refusal ? error : new Refusal(500, { message: String(error) });
        send(response, refusal.status, {
          error: { type: 'invalid_request_error', ...refusal.error },
        });
      });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    host: '127.0.0.1',
    port,
    calls,
    failNext(times, status, error) {
      for (let time = 0; time < times; time += 1) failures.push(new Refusal(status, error));
    },
    failRoute(route, status, error) {
      failing = route === undefined ? undefined : { route, refusal: new Refusal(status, error) };
    },
    loseAnswer(route) {
      losing = route;
    },
    forgetKeys: () => answers.clear(),
    addKey: (key, rights) => void keys.set(key, rights),
    books,
    setStatus,
    changeAccount,
    setRefundStatus,
    addEndpoint,
    addDomain,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

const FORM = 'application/x-www-form-urlencoded';

class LostAnswer extends Error {}

function given(answer: object | Refusal): object {
  if (answer instanceof Refusal) throw answer;
  return answer;
}

/** The rights of the key; undefined where it may do everything. */
function checkHeaders(
  { headers }: IncomingMessage,
  keys: ReadonlyMap<string, readonly Right[] | undefined>,
): readonly Right[] | undefined {
  const key = /^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1] ?? '';
  if (!keys.has(key)) throw new Refusal(401, { message: 'Invalid API Key provided' });
  if (headers['stripe-version'] !== VERSION)
    throw new Refusal(400, {
      message: `Invalid Stripe API version: ${String(headers['stripe-version'])}`,
    });
  return keys.get(key);
}

function checkParameters({ required, fields }: Route, parameters: Form): void {
  for (const name of required)
    if (!(name in parameters))
      throw new Refusal(400, { code: 'parameter_missing', message: `Missing: ${name}` });
  for (const [name, value] of Object.entries(parameters)) {
    const read = fields.get(name);
    if (read === undefined)
      throw new Refusal(400, { code: 'parameter_unknown', message: `Unknown: ${name}` });
    if (read(value) === undefined) throw new Refusal(400, { message: `Invalid ${name}: ${value}` });
  }
}

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'Content-Type': 'application/json', 'Request-Id': 'req_loopback' });
  response.end(JSON.stringify(body));
}
