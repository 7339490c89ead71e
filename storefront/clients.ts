import { createHmac } from 'node:crypto';
import type { Request, Response } from 'express';
import { networkOf } from './client-address.js';

export interface Client {
  /** Of the visitor's token; undefined for who came without one. */
  readonly visitor: string | undefined;
  readonly address: string;
}

export interface Clients {
  /** Who asks, as keys under which requests are counted. */
  of(request: Request, response: Response): Client;
}

/** Addresses are personal data: of them, and of visitors, only keyed hashes are ever kept. */
export function createClients(secret: string): Clients {
  const keyOf = (text: string) => createHmac('sha256', secret).update(text).digest('base64url');
  return {
    of({ ip = '' }, { locals }) {
      const { visitor } = locals as Partial<Express.Locals>;
      return {
        visitor: visitor === undefined ? undefined : keyOf(`visitor ${visitor.id}`),
        address: keyOf(`address ${networkOf(ip)}`),
      };
    },
  };
}
