import { createServer } from 'node:http';
import { connect, type Socket } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { onTestFinished } from 'vitest';

/** Serves HTTP on a free port of this machine until the test ends. */
export async function serving(answer: (request: Request) => Promise<Response> | Response): Promise<number> {
  const respond = getRequestListener(answer, { overrideGlobalObjects: false });
  const server = createServer((incoming, outgoing) => void respond(incoming, outgoing));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

export interface Line {
  /** Everything that has come back so far. */
  received(): string;
  readonly socket: Socket;
  /** Resolves when the other side has closed. */
  readonly closed: Promise<void>;
}

/** A connection on which a test says exactly what it wants to. */
export function lineTo(port: number, localAddress = '127.0.0.1'): Line {
  const socket = connect({ port, host: '127.0.0.1', localAddress });
  let text = '';
  socket.setEncoding('utf8');
  socket.on('data', (part: string) => {
    text += part;
  });
  // a connection that is cut may also be reset
  socket.on('error', () => undefined);
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  onTestFinished(() => void socket.destroy());
  return { received: () => text, socket, closed };
}

/** The status that a request, written out, is answered with. */
export async function statusFor(port: number, request: string): Promise<number> {
  const { socket, closed, received } = lineTo(port);
  socket.write(request);
  await closed;
  return Number(received().split(' ')[1]);
}
