import { Socket } from 'node:net';

export interface OpenSockets {
  /** A new socket, as pg wants it: not connected yet. */
  create(): Socket;
  destroyAll(): void;
}

/**
 * The sockets of one pool. pg leaves a socket open where a login fails on our side, for want of a
 * password: the process would stay up until the server's own time limit, a minute.
 */
export function createOpenSockets(): OpenSockets {
  const open = new Set<Socket>();
  return {
    create() {
      const socket = new Socket();
      open.add(socket);
      socket.once('close', () => open.delete(socket));
      return socket;
    },
    destroyAll() {
      for (const socket of open) socket.destroy();
    },
  };
}
