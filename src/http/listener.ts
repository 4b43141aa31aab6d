import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { getRequestListener, RequestError } from '@hono/node-server';
import { Refusal } from '../refusal.ts';
import { createInFlight } from './guards/in-flight.ts';
import { addressKey } from './guards/rate.ts';
import type { Limits } from './limits.ts';
import { refusing } from './refusing.ts';

/** Answers a request that came from this address. */
export type Answer = (request: Request, address: string) => Promise<Response>;

export interface ListenOptions {
  readonly host: string;
  /** 0 for any that is free. */
  readonly port: number;
  readonly limits: Limits;
  readonly onFault: (fault: unknown) => void;
}

export interface Listener {
  /** The port that it really has. */
  readonly port: number;
  /** Takes no new connection; resolves when all are closed, which is at once for those that wait for nothing. */
  stopAccepting(): Promise<void>;
  /** Closes what is still open. */
  cut(): void;
}

/** The time between two looks at slow connections. */
const LOOK_MS = 2_000;
/** Longer than the proxies in front keep theirs, so that it is they who close. */
const KEEP_ALIVE_MS = 75_000;

function whyNot(error: NodeJS.ErrnoException, { host, port }: ListenOptions): unknown {
  switch (error.code) {
    case 'EADDRINUSE':
      return new Refusal(`Port ${port} is taken by another program. Name another one, such as --port ${port + 1}.`);
    case 'EACCES':
      return new Refusal(`This user may not listen on port ${port}. Name one above 1023, such as --port 8326.`);
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new Refusal(`This machine has no address "${host}". Name one that it has behind --host.`);
    default:
      return error;
  }
}

function start(server: Server, options: ListenOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(whyNot(error, options)));
    server.listen(options.port, options.host, resolve);
  });
}

/** Keeps one address from having all connections, and those that wait for nothing from being in the way of others. */
function shareConnections(server: Server, { connections, connectionsPerAddress }: Limits): void {
  server.maxConnections = connections;
  const open = createInFlight({ perMember: connectionsPerAddress, all: connections });
  server.on('connection', (socket: Socket) => {
    const leave = open.enter(addressKey(socket.remoteAddress ?? 'unknown'));
    if (leave === undefined) socket.destroy();
    else socket.once('close', leave);
  });
  server.on('drop', () => server.closeIdleConnections());
}

/** Lets requests through that are few on their connection, and cuts the connection of those whose answers nobody reads. */
function boundConnection(limits: Limits): (incoming: IncomingMessage, outgoing: ServerResponse) => boolean {
  const unanswered = new WeakMap<Socket, number>();
  return ({ socket }, outgoing) => {
    const count = (by: 1 | -1): number => {
      const now = (unanswered.get(socket) ?? 0) + by;
      unanswered.set(socket, now);
      return now;
    };
    if (count(1) > limits.unansweredPerConnection) {
      socket.destroy();
      return false;
    }
    outgoing.once('close', () => count(-1));
    outgoing.setTimeout(limits.unreadMs, () => {
      if (socket.writableLength > 0) socket.destroy();
    });
    return true;
  };
}

/** Listens for HTTP with bounds on every connection: how long its head and its body may take, and how many there are. */
export async function listen(answer: Answer, options: ListenOptions): Promise<Listener> {
  const { limits, onFault } = options;
  const respond = getRequestListener(
    (request, { incoming }) => answer(request, incoming.socket.remoteAddress ?? 'unknown'),
    {
      overrideGlobalObjects: false,
      errorHandler(fault) {
        // what is not even a request is no fault of ours
        if (!(fault instanceof RequestError)) onFault(fault);
        return refusing(fault instanceof RequestError ? 400 : 500, 'This is not a request that can be answered.');
      },
    },
  );
  const isBounded = boundConnection(limits);
  const server = createServer(
    {
      maxHeaderSize: limits.headerBytes,
      headersTimeout: limits.headersMs,
      requestTimeout: limits.headersMs + limits.bodyMs,
      keepAliveTimeout: KEEP_ALIVE_MS,
      connectionsCheckingInterval: LOOK_MS,
    },
    (incoming, outgoing) => {
      if (isBounded(incoming, outgoing)) void respond(incoming, outgoing);
    },
  );
  // all headers that fit are read: one that is left out may be the one that says where a request comes from
  server.maxHeadersCount = 0;
  shareConnections(server, limits);
  await start(server, options);
  server.on('error', onFault);
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : options.port,
    stopAccepting: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
      }),
    cut: () => server.closeAllConnections(),
  };
}
