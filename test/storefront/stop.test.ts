import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { createStop } from '../../storefront/stop.js';

async function listen(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

describe('createStop', () => {
  it('finishes the request in hand, takes no other, and closes the shop after it', async () => {
    const inHand: ServerResponse[] = [];
    const server = createServer((_request, response) => void inHand.push(response));
    const port = await listen(server);
    const order: string[] = [];
    const answer = fetch(`http://127.0.0.1:${port}/`).then((response) => response.text());
    await once(server, 'request');
    const stop = createStop({ server, finish: async () => void order.push('closed') });
    const stopped = stop.begin();
    await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow();
    expect(order).toEqual([]);
    inHand[0]?.end('whole');
    order.push('answered');
    expect(await answer).toBe('whole');
    await stopped;
    await stop.done;
    expect(order).toEqual(['answered', 'closed']);
  });

  it('does not wait for a connection that asks nothing', async () => {
    const server = createServer((_request, response) => response.end('x'));
    const port = await listen(server);
    const socket = connect(port, '127.0.0.1');
    socket.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
    await once(socket, 'data');
    const stop = createStop({ server, finish: async () => undefined, deadlineMs: 3_600_000 });
    const closed = once(socket, 'close');
    socket.resume();
    await stop.begin();
    await closed;
  });

  it('cuts off what is not done by the deadline', async () => {
    const server = createServer(() => undefined);
    const port = await listen(server);
    const answer = fetch(`http://127.0.0.1:${port}/`).catch((error: unknown) => error);
    await once(server, 'request');
    await createStop({ server, finish: async () => undefined, deadlineMs: 50 }).begin();
    expect(await answer).toBeInstanceOf(Error);
  });

  it('closes once, however often it is asked, and tells of a failure', async () => {
    const server = createServer();
    await listen(server);
    let times = 0;
    const finish = async () => {
      times += 1;
      throw new Error('cannot close');
    };
    const stop = createStop({ server, finish });
    const both = await Promise.allSettled([stop.begin(), stop.begin(), stop.done]);
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    expect(times).toBe(1);
  });
});
