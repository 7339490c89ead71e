import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { Refusal, stripeRoutes, type Form, type Route } from './stripe-routes.js';

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
  failNext(times: number, status: number, error: object): void;
  /** The calls of this route fail like this, until it is told otherwise. */
  failRoute(route: RegExp | undefined, status: number, error: object): void;
  /** As a day later: the same key is a new request. */
  forgetKeys(): void;
  setStatus: ReturnType<typeof stripeRoutes>['setStatus'];
  close(): Promise<void>;
}

const KEY = 'sk_test_loopback';
/** The version whose types the SDK has: what it sends has to be of it. */
const VERSION = '2026-10-28.endive';

/**
 * A loopback server that takes what Stripe takes (docs.stripe.com/api) and nothing else: path, key,
 * version, form encoding, names and types of parameters, which are those of the SDK's own types; the
 * same idempotency key gives the same answer, and an error with other parameters.
 */
export async function startStripeServer(): Promise<StripeServer> {
  const calls: StripeCall[] = [];
  const answers = new Map<string, { readonly body: string; readonly answer: object }>();
  const failures: Refusal[] = [];
  let failing: { readonly route: RegExp; readonly refusal: Refusal } | undefined;
  const { routes, setStatus } = stripeRoutes();

  async function handle(request: IncomingMessage): Promise<object> {
    const url = new URL(request.url ?? '', 'http://loopback');
    const body = await text(request);
    checkHeaders(request);
    const name = `${request.method} ${url.pathname}`;
    const failure = failing?.route.test(name) ? failing.refusal : failures.shift();
    if (failure !== undefined) throw failure;
    const route = routes.find(
      ({ method, path }) => method === request.method && path.test(url.pathname),
    );
    if (route === undefined)
      throw new Refusal(404, { message: `Unrecognized request URL ${url.pathname}` });
    if (request.method === 'POST' && body !== '' && request.headers['content-type'] !== FORM)
      throw new Refusal(400, { message: 'Not a form' });
    const parameters = Object.fromEntries(
      new URLSearchParams(request.method === 'GET' ? url.search : body),
    );
    checkParameters(route, parameters);
    const key = request.headers['idempotency-key'];
    const idempotencyKey = typeof key === 'string' ? key : undefined;
    const earlier = idempotencyKey === undefined ? undefined : answers.get(idempotencyKey);
    if (earlier !== undefined) {
      if (earlier.body !== body)
        throw new Refusal(400, { type: 'idempotency_error', message: 'Other parameters' });
      return earlier.answer;
    }
    const ids = route.path.exec(url.pathname)?.slice(1) ?? [];
    const answer = route.answer(ids, parameters);
    if (idempotencyKey !== undefined) answers.set(idempotencyKey, { body, answer });
    calls.push({ route: name, parameters, idempotencyKey });
    return answer;
  }

  const server = createServer((request, response) => {
    handle(request)
      .then((answer) => send(response, 200, answer))
      .catch((error: unknown) => {
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
    forgetKeys: () => answers.clear(),
    setStatus,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

const FORM = 'application/x-www-form-urlencoded';

function checkHeaders({ headers }: IncomingMessage): void {
  if (headers.authorization !== `Bearer ${KEY}`)
    throw new Refusal(401, { message: 'Invalid API Key provided' });
  if (headers['stripe-version'] !== VERSION)
    throw new Refusal(400, {
      message: `Invalid Stripe API version: ${String(headers['stripe-version'])}`,
    });
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
