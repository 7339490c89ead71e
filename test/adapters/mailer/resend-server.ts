import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { CreateEmailOptions } from 'resend';
import { z } from 'zod';

type OnTheWire<Name> = Name extends `${infer Start}${infer Rest}`
  ? `${Start extends Uppercase<Start> ? (Start extends Lowercase<Start> ? Start : `_${Lowercase<Start>}`) : Start}${OnTheWire<Rest>}`
  : Name;

/** The SDK's own parameters of a mail without a template: replyTo is reply_to on the wire. */
type Options = Extract<CreateEmailOptions, { template?: never }>;
type Parameters = {
  readonly [Name in keyof Options as OnTheWire<Name>]?: z.ZodType<Options[Name] | undefined>;
};

/**
 * The parameters of POST /emails, by the names and types that the SDK gives them; one that it does
 * not have is refused, as are types it does not take.
 */
const emailSchema = z
  .strictObject({
    from: z.string().regex(/^[^<>]+ <[^\s@]+@[^\s@]+>$|^[^\s@]+@[^\s@]+$/),
    to: z.union([z.email(), z.array(z.email()).min(1).max(50)]),
    subject: z.string().regex(/^[^\r\n]*$/),
    text: z.string().optional(),
    html: z.string().optional(),
    reply_to: z.union([z.string(), z.array(z.string())]).optional(),
    headers: z.record(z.string().regex(/^[\w-]+$/), z.string().regex(/^[^\r\n]*$/)).optional(),
  } satisfies Parameters)
  .extend({
    // Their names on the wire are not those of the SDK's types (resend.com/docs/dashboard/emails/embed-inline-images).
    attachments: z
      .array(
        z.strictObject({
          filename: z.string().min(1),
          content: z.base64(),
          content_type: z.string(),
          content_id: z.string().max(128),
        }),
      )
      .optional(),
  });

export type ResendEmail = z.infer<typeof emailSchema>;

/** An answer that the real service gives to anybody, instead of looking at the request. */
export interface Trouble {
  readonly status: number;
  readonly name: string;
}

export interface ResendServer {
  readonly baseUrl: string;
  readonly emails: ResendEmail[];
  trouble: Trouble | undefined;
  close(): Promise<void>;
}

/** Speaks the part of the service's protocol that sends mail, and refuses whatever is not of it. */
export async function startResendServer(apiKey: string): Promise<ResendServer> {
  const byKey = new Map<string, { readonly body: string; readonly id: string }>();
  const emails: ResendEmail[] = [];
  const http = createServer((request, response) => {
    void answer(request, response);
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await text(request);
    const fail = (statusCode: number, name: string, message: string = name) => {
      reply(response, statusCode, { statusCode, name, message });
    };
    if (self.trouble !== undefined) {
      fail(self.trouble.status, self.trouble.name);
      return;
    }
    if (request.url !== '/emails') {
      fail(404, 'not_found');
      return;
    }
    if (request.method !== 'POST') {
      fail(405, 'method_not_allowed');
      return;
    }
    const { authorization, 'idempotency-key': key } = request.headers;
    if (authorization === undefined) {
      fail(401, 'missing_api_key');
      return;
    }
    if (authorization !== `Bearer ${apiKey}`) {
      fail(403, 'invalid_api_key');
      return;
    }
    if (request.headers['content-type'] !== 'application/json') {
      fail(422, 'invalid_parameter', 'content type');
      return;
    }
    if (typeof key !== 'string' || key.length < 1 || key.length > 256) {
      fail(400, 'invalid_idempotency_key');
      return;
    }
    const email = emailSchema.safeParse(JSON.parse(body));
    if (!email.success) {
      fail(422, 'validation_error', email.error.message);
      return;
    }
    const earlier = byKey.get(key);
    if (earlier !== undefined && earlier.body !== body) {
      fail(409, 'invalid_idempotent_request');
      return;
    }
    if (earlier !== undefined) {
      reply(response, 200, { id: earlier.id });
      return;
    }
    const id = crypto.randomUUID();
    byKey.set(key, { body, id });
    emails.push(email.data);
    reply(response, 200, { id });
  }

  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  // It listens on TCP.
  const { port } = http.address() as AddressInfo;
  const self: ResendServer = {
    baseUrl: `http://127.0.0.1:${port}`,
    emails,
    trouble: undefined,
    close: () =>
      new Promise((resolve) => {
        http.close(() => {
          resolve();
        });
        http.closeAllConnections();
      }),
  };
  return self;
}

function reply(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
