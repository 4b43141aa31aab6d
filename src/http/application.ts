import type { Server, Tool } from '@modelcontextprotocol/server';
import { Hono } from 'hono';
import { buildServer, type Connection } from '../mcp/server.ts';
import { statusOf } from '../mcp/status.ts';
import type { Surface } from '../mcp/surface.ts';
import { TOOLS } from '../mcp/tools.ts';
import type { Access, Visit } from './access.ts';
import { withinTime } from './deadline.ts';
import { openEndpoint } from './endpoint.ts';
import { readMessage } from './guards/body.ts';
import { checkHost, type Hosts, isLoopback } from './guards/hosts.ts';
import { createInFlight } from './guards/in-flight.ts';
import type { Identity } from './identity/identity.ts';
import type { Limits } from './limits.ts';
import type { Answer } from './listener.ts';
import { isListening, messagesOf, scopeOf } from './message.ts';
import { type Exchange, openExchanges, PROTOCOL_PATH } from './observing/exchange.ts';
import { openHealth } from './observing/health.ts';
import { createMetrics } from './observing/metrics.ts';
import type { RequestLog } from './observing/request-log.ts';
import type { Entrance } from './pages/connecting.ts';
import { startPage } from './pages/start-page.ts';
import { refusing } from './refusing.ts';

export interface ApplicationOptions {
  readonly surface: Surface;
  readonly access: Access;
  readonly hosts: Hosts;
  readonly limits: Limits;
  readonly log: RequestLog;
  /** Where clients find the protocol, and how they say who they are. */
  readonly entrance: Entrance;
  readonly identity?: Identity;
  readonly isStateless?: boolean;
  /** What a client talks to: our server and its tools, unless a test brings its own. */
  readonly offer?: Offer;
}

export interface Offer {
  readonly tools: readonly Tool[];
  build(surface: Surface, connection: Connection): Promise<Server>;
}

const OURS: Offer = { tools: TOOLS.map(({ listed }) => listed), build: buildServer };

export interface Application {
  readonly answer: Answer;
  /** Refuses what is new; resolves when what runs is over, or has had its time, and all streams and sessions are closed. */
  close(): Promise<void>;
}

type Environment = { Bindings: Exchange };

/** Where there is something; what is asked for elsewhere is not written into the log. */
const PATHS = ['/', '/healthz', '/readyz', '/metrics', PROTOCOL_PATH];

const NOT_THROUGH_A_PROXY =
  'This server asks nobody for a token, so it answers nobody who comes through a proxy. Start it with --public-url, or with --tokens.';

const TOO_BUSY = { 'retry-after': '1' };

/** Whether something that stands in front of the server says for whom it asks. */
function isForwarded({ headers }: Request): boolean {
  return ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'].some((name) => headers.has(name));
}

/**
 * What comes from this machine itself, and not through something that stands in front of the server: that would pass on the
 * name under which it was called, or say for whom it asks.
 */
function isFromHere({ address, request }: Exchange): boolean {
  if (!isLoopback(new URL(request.url).hostname) || isForwarded(request)) return false;
  return /^(127\.|::1$|::ffff:127\.)/.test(address);
}

/** The whole service: everything that it answers, and everything that stands before an answer. */
export function createApplication(options: ApplicationOptions): Application {
  const { access, hosts, limits, log, entrance, identity, isStateless = false, offer = OURS } = options;
  const metrics = createMetrics();
  const exchanges = openExchanges(log, metrics);
  const surface = exchanges.heeding(options.surface);
  const endpoint = openEndpoint({
    surface,
    limits,
    isStateless,
    build: (connection) => offer.build(surface, connection),
  });
  const health = openHealth({
    surface,
    ...(identity && { isIssuerReachable: () => identity.reachability().isReady }),
  });
  const running = createInFlight({ perMember: limits.concurrentPerMember, all: limits.concurrent });
  /** Nobody is asked who they are: this server is for the person at this computer. */
  const isOpen = !entrance.hasTokens && !entrance.hasIssuer;
  /** Requests that have no answer yet, also those whose body is still coming. */
  let arriving = 0;
  let isClosing = false;

  /** Lets a request through when there is room, for as long as it may take. */
  const run = async (exchange: Exchange, { member }: Visit, work: (request: Request) => Promise<Response>) => {
    const leave = running.enter(member.principal);
    if (leave !== undefined) {
      const onLate = (): void => {
        exchange.outcome = 'failed';
      };
      const { body } = exchange;
      return withinTime(exchange.request, work, { milliseconds: limits.requestMs, body, onLate, onEnd: leave });
    }
    return running.isFull
      ? refusing(503, 'This server is busy. Try again in a moment.', TOO_BUSY)
      : refusing(429, 'You have too many requests running at once. Wait until one is answered.', TOO_BUSY);
  };
  const admit = async (exchange: Exchange): Promise<Visit | Response> => {
    const visit = await access.admit(exchange.request, exchange.address);
    if (!(visit instanceof Response)) exchange.member = visit.member.name;
    return visit;
  };

  const answerProtocol = async (exchange: Exchange): Promise<Response> => {
    const { request } = exchange;
    const visit = await admit(exchange);
    if (visit instanceof Response) return visit;
    if (request.method === 'POST') {
      const read = await readMessage(request, limits);
      if (read instanceof Response) return read;
      exchange.body = read.message;
    }
    const { body } = exchange;
    const refused =
      access.charge(visit.member, messagesOf(body).length - 1) ??
      access.refuse(visit.member, scopeOf(body, offer.tools));
    if (refused !== undefined) return refused;
    const answer = (asked: Request): Promise<Response> => endpoint.answer(asked, visit, body);
    exchange.isLasting = request.method === 'GET' || isListening(body);
    return exchange.isLasting ? answer(request) : run(exchange, visit, answer);
  };

  const answerMetrics = async (exchange: Exchange): Promise<Response> => {
    if (!isFromHere(exchange)) {
      const visit = await admit(exchange);
      const refused = visit instanceof Response ? visit : access.refuse(visit.member, 'admin');
      if (refused !== undefined) return refused;
    }
    return metrics.page({ status: statusOf(surface), ...endpoint.counts() });
  };

  const showStartPage = (): Response => {
    const { name, about } = surface.library.current().settings;
    return startPage({ ...entrance, name, ...(isOpen && { inside: { about, status: statusOf(surface) } }) });
  };

  const paths = new Set([...PATHS, ...(identity?.metadataPaths ?? [])]);
  const app = new Hono<Environment>();
  app.use(async ({ env, req }, next) => {
    if (paths.has(req.path)) env.path = req.path;
    const tooMany = access.pass(env.address);
    if (tooMany !== undefined) return tooMany;
    const foreign = checkHost(env.request, hosts);
    if (foreign !== undefined) return foreign;
    if (isOpen && isForwarded(env.request)) return refusing(403, NOT_THROUGH_A_PROXY);
    if (isClosing && req.path !== '/healthz')
      return refusing(503, 'This server is being stopped.', { connection: 'close' });
    return next();
  });
  app.get('/healthz', () => health.alive());
  app.get('/readyz', () => health.ready());
  app.get('/metrics', ({ env }) => answerMetrics(env));
  app.get('/', showStartPage);
  if (identity !== undefined) {
    const describe = (): Response => Response.json(identity.metadata());
    for (const path of identity.metadataPaths) app.get(path, describe);
  }
  app.on(['GET', 'POST', 'DELETE'], PROTOCOL_PATH, ({ env }) => answerProtocol(env));
  app.all(PROTOCOL_PATH, () =>
    refusing(405, 'This address takes GET, POST and DELETE.', { allow: 'GET, POST, DELETE' }),
  );
  app.notFound(() => refusing(404, `There is nothing here. MCP clients connect to ${entrance.url}.`));
  app.onError((fault, { env }) => {
    env.outcome = 'failed';
    log.fault(fault, env.id);
    return refusing(500, 'Something went wrong on the server. Its log says what.');
  });

  const untilIdle = async (): Promise<void> => {
    const patience = AbortSignal.timeout(limits.shutdownMs);
    while (arriving + running.size > 0 && !patience.aborted) await new Promise((resolve) => setTimeout(resolve, 20));
  };
  return {
    async answer(request, address) {
      arriving += 1;
      try {
        return await exchanges.answer(request, address, async (exchange) => app.fetch(request, exchange));
      } finally {
        arriving -= 1;
      }
    },
    async close() {
      isClosing = true;
      await untilIdle();
      await endpoint.close();
      metrics.close();
    },
  };
}
