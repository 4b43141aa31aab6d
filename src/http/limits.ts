import { LONGEST_URI } from '../mcp/uri.ts';

/** How much of everything a server takes on. Members and addresses that want more are refused; nobody else notices. */
export interface Limits {
  /** Bytes of the body of one request. */
  readonly bodyBytes: number;
  /** Objects and arrays within each other in one body. */
  readonly depth: number;
  /** Messages in one body. */
  readonly batch: number;
  /** Characters of a URI that a message names, in UTF-16 units. */
  readonly uriLength: number;
  /** Bytes of the request line and all headers together. */
  readonly headerBytes: number;

  /** Requests a minute of one member. */
  readonly requestsPerMember: number;
  /** Requests a minute of one address, before anybody asks who sends them: so many that only a flood has them. */
  readonly requestsPerAddress: number;
  /** Requests a minute of one address whose token is not good. */
  readonly failuresPerAddress: number;

  /** Requests of one member that are answered at the same time. */
  readonly concurrentPerMember: number;
  /** Requests of all members that are answered at the same time. */
  readonly concurrent: number;
  /** Sessions of 2025 clients that one member has open. */
  readonly sessionsPerMember: number;
  /** Sessions of all members. */
  readonly sessions: number;
  /** Streams for notifications that one member has open. */
  readonly streamsPerMember: number;
  /** Streams for notifications of all members. */
  readonly streams: number;
  /** Sockets, whatever they are used for. */
  readonly connections: number;
  /** Sockets of one address. */
  readonly connectionsPerAddress: number;
  /** Requests on one socket that wait for their answers. Clients send one after the other; a flood comes in one piece. */
  readonly unansweredPerConnection: number;

  /** Milliseconds after which a session that nobody uses ends. */
  readonly idleMs: number;
  /** Milliseconds after which it is asked again whether those who listen to a stream would still be let in. */
  readonly recheckMs: number;
  /** Milliseconds until a request has its answer. Streams for notifications last longer. */
  readonly requestMs: number;
  /** Milliseconds in which the headers of a request arrive. */
  readonly headersMs: number;
  /** Milliseconds in which the body of a request arrives. */
  readonly bodyMs: number;
  /** Milliseconds in which something of an answer is taken by whoever asked. */
  readonly unreadMs: number;
  /** Milliseconds that running requests have left when the server stops. */
  readonly shutdownMs: number;
}

const DEFAULTS: Limits = {
  bodyBytes: 256 * 1024,
  depth: 32,
  batch: 20,
  uriLength: LONGEST_URI,
  headerBytes: 16 * 1024,

  requestsPerMember: 600,
  requestsPerAddress: 6_000,
  failuresPerAddress: 20,

  concurrentPerMember: 16,
  concurrent: 128,
  sessionsPerMember: 20,
  sessions: 200,
  streamsPerMember: 20,
  streams: 200,
  connections: 1_000,
  connectionsPerAddress: 750,
  unansweredPerConnection: 8,

  idleMs: 30 * 60_000,
  recheckMs: 15_000,
  requestMs: 60_000,
  headersMs: 10_000,
  bodyMs: 30_000,
  unreadMs: 30_000,
  shutdownMs: 10_000,
};

/** The limits of a server, with others in the place of some. */
export function limitsWith(others: Partial<Limits> = {}): Limits {
  const given = Object.fromEntries(Object.entries(others).filter(([, limit]) => limit !== undefined));
  return { ...DEFAULTS, ...given };
}

/** The same where there is only one member: all that there is room for is theirs, as often as they like. */
export function limitsForOne(limits: Limits): Limits {
  return {
    ...limitsBehindProxy(limits),
    requestsPerMember: Number.POSITIVE_INFINITY,
    requestsPerAddress: Number.POSITIVE_INFINITY,
    concurrentPerMember: limits.concurrent,
    sessionsPerMember: limits.sessions,
    streamsPerMember: limits.streams,
  };
}

/** The same where one address opens all connections and passes on who is behind them. */
export function limitsBehindProxy(limits: Limits): Limits {
  return { ...limits, connectionsPerAddress: limits.connections };
}
