import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

export interface StripeCall {
  readonly route: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly idempotencyKey: string | undefined;
}

export interface StripeServer {
  readonly host: string;
  readonly port: number;
  /** Those that were answered, in order. */
  readonly calls: readonly StripeCall[];
  /** The next calls fail like this. */
  failNext(times: number, status: number, error: object): void;
  setStatus(paymentId: string, status: string): void;
  close(): Promise<void>;
}

const KEY = 'sk_test_loopback';
/** The version whose types the SDK has: what it sends has to be of it. */
const VERSION = '2026-10-28.endive';

type Check = RegExp;
const CENTS: Check = /^[1-9]\d{0,7}$/;
const TRUTH: Check = /^(true|false)$/;
const ID = (prefix: string): Check => new RegExp(`^${prefix}_\\w+$`);

interface Route {
  readonly method: 'POST' | 'GET';
  readonly path: RegExp;
  /** Names of parameters as they stand in the form; anything else is an error, as at Stripe. */
  readonly required: Readonly<Record<string, Check>>;
  readonly optional: Readonly<Record<string, Check>>;
  answer(ids: readonly string[], parameters: Readonly<Record<string, string>>): object;
}

/**
 * A loopback server that takes what Stripe takes (docs.stripe.com/api) and nothing else: path, key,
 * version, form encoding, names and types of parameters; the same idempotency key gives the same
 * answer, and an error with other parameters.
 */
export async function startStripeServer(): Promise<StripeServer> {
  const calls: StripeCall[] = [];
  const answers = new Map<string, { readonly body: string; readonly answer: object }>();
  const statuses = new Map<string, string>();
  const failures: { readonly status: number; readonly error: object }[] = [];
  let made = 0;

  const intent = (id: string, expanded: boolean) => ({
    id,
    object: 'payment_intent',
    client_secret: `${id}_secret_x`,
    status: statuses.get(id) ?? 'requires_payment_method',
    latest_charge: expanded ? { id: 'ch_1', object: 'charge', application_fee: 'fee_1' } : 'ch_1',
  });
  const routes: readonly Route[] = [
    {
      method: 'POST',
      path: /^\/v1\/payment_intents$/,
      required: {
        amount: CENTS,
        currency: /^[a-z]{3}$/,
        'automatic_payment_methods[enabled]': TRUTH,
      },
      optional: {
        description: /^.{1,1000}$/,
        'metadata[order_id]': /^.{1,500}$/,
        'metadata[order_number]': /^.{1,500}$/,
        'transfer_data[destination]': ID('acct'),
        application_fee_amount: CENTS,
      },
      answer: () => {
        made += 1;
        return intent(`pi_${made}`, false);
      },
    },
    {
      method: 'GET',
      path: /^\/v1\/payment_intents\/(pi_\w+)$/,
      required: {},
      optional: { 'expand[0]': /^latest_charge$/ },
      answer: ([id = ''], parameters) => intent(id, 'expand[0]' in parameters),
    },
    {
      method: 'POST',
      path: /^\/v1\/payment_intents\/(pi_\w+)\/cancel$/,
      required: {},
      optional: {},
      answer: ([id = '']) => {
        if ((statuses.get(id) ?? 'requires_payment_method') !== 'requires_payment_method')
          throw new Refusal(400, { code: 'payment_intent_unexpected_state', message: 'No.' });
        statuses.set(id, 'canceled');
        return intent(id, false);
      },
    },
    {
      method: 'POST',
      path: /^\/v1\/refunds$/,
      required: { payment_intent: ID('pi'), amount: CENTS },
      optional: { reverse_transfer: TRUTH, refund_application_fee: TRUTH },
      answer: () => {
        made += 1;
        return { id: `re_${made}`, object: 'refund', status: 'succeeded' };
      },
    },
    {
      method: 'POST',
      path: /^\/v1\/application_fees\/(fee_\w+)\/refunds$/,
      required: { amount: CENTS },
      optional: {},
      answer: () => ({ id: 'fr_1', object: 'fee_refund' }),
    },
  ];

  async function handle(request: IncomingMessage): Promise<object> {
    const url = new URL(request.url ?? '', 'http://loopback');
    const body = await text(request);
    checkHeaders(request);
    const failure = failures.shift();
    if (failure !== undefined) throw new Refusal(failure.status, failure.error);
    const route = routes.find(
      ({ method, path }) => method === request.method && path.test(url.pathname),
    );
    if (route === undefined)
      throw new Refusal(404, { message: `Unrecognized request URL ${url.pathname}` });
    if (request.method === 'POST' && body !== '' && request.headers['content-type'] !== FORM)
      throw new Refusal(400, { message: 'Not a form' });
    const form = new URLSearchParams(request.method === 'GET' ? url.search : body);
    const parameters = Object.fromEntries(form);
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
    calls.push({ route: `${request.method} ${url.pathname}`, parameters, idempotencyKey });
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
      for (let time = 0; time < times; time += 1) failures.push({ status, error });
    },
    setStatus: (paymentId, status) => void statuses.set(paymentId, status),
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

const FORM = 'application/x-www-form-urlencoded';

class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly error: object,
  ) {
    super('refused');
  }
}

function checkHeaders({ headers }: IncomingMessage): void {
  if (headers.authorization !== `Bearer ${KEY}`)
    throw new Refusal(401, { message: 'Invalid API Key provided' });
  if (headers['stripe-version'] !== VERSION)
    throw new Refusal(400, {
      message: `Invalid Stripe API version: ${String(headers['stripe-version'])}`,
    });
}

function checkParameters(
  { required, optional }: Route,
  parameters: Readonly<Record<string, string>>,
): void {
  for (const name of Object.keys(required))
    if (!(name in parameters))
      throw new Refusal(400, { code: 'parameter_missing', message: `Missing: ${name}` });
  for (const [name, value] of Object.entries(parameters)) {
    const check = required[name] ?? optional[name];
    if (check === undefined)
      throw new Refusal(400, { code: 'parameter_unknown', message: `Unknown: ${name}` });
    if (!check.test(value)) throw new Refusal(400, { message: `Invalid ${name}: ${value}` });
  }
  const isDestination = 'transfer_data[destination]' in parameters;
  if ('application_fee_amount' in parameters && !isDestination)
    throw new Refusal(400, { message: 'application_fee_amount without a destination' });
}

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'Content-Type': 'application/json', 'Request-Id': 'req_loopback' });
  response.end(JSON.stringify(body));
}
