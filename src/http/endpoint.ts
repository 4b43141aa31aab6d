import { AsyncLocalStorage } from 'node:async_hooks';
import {
  createMcpHandler,
  isInitializeRequest,
  isLegacyRequest,
  type Server,
  type ServerNotifier,
} from '@modelcontextprotocol/server';
import { announce } from '../mcp/announcements.ts';
import type { Connection } from '../mcp/server.ts';
import type { Surface } from '../mcp/surface.ts';
import { LOCAL, type Visit } from './access.ts';
import { cuttable, isStream } from './cuttable.ts';
import type { Limits } from './limits.ts';
import { allows, type Member } from './member.ts';
import { isListening } from './message.ts';
import { refusing } from './refusing.ts';
import { openSessions, type Session } from './sessions.ts';
import { openStreams } from './streams.ts';

export interface EndpointOptions {
  readonly surface: Surface;
  /** Makes the server that a client talks to. */
  readonly build: (connection: Connection) => Promise<Server>;
  readonly limits: Limits;
  /** Keep no sessions: 2025 clients then hear of no changes, and any of several servers can answer any request. */
  readonly isStateless: boolean;
}

/** The protocol at one URL: 2026 requests each on their own, 2025 clients in sessions that belong to whoever opened them. */
export interface Endpoint {
  /** Answers a request; `body` is what came with a POST, already read. */
  answer(request: Request, visit: Visit, body: unknown): Promise<Response>;
  counts(): { readonly sessions: number; readonly streams: number };
  close(): Promise<void>;
}

interface Asked {
  readonly request: Request;
  readonly parsedBody: unknown;
}

/** Seconds after which a client whose session found no room may try again. */
const RETRY_AFTER = { 'retry-after': '30' };

/** Tells the streams of 2026 clients what changed, once each. */
function announceTo(notify: ServerNotifier, { library }: Surface): () => void {
  let stop: (() => void) | undefined;
  let isClosed = false;
  void library.ready.then(() => {
    if (isClosed) return;
    stop = library.subscribe((change) => {
      const { promptsChanged, resourcesChanged, updated } = announce(change);
      if (promptsChanged) notify.promptsChanged();
      if (resourcesChanged) notify.resourcesChanged();
      for (const uri of updated) notify.resourceUpdated(uri);
    });
  });
  return () => {
    isClosed = true;
    stop?.();
  };
}

export function openEndpoint({ surface, build, limits, isStateless }: EndpointOptions): Endpoint {
  const { onFault } = surface;
  const streams = openStreams(limits);
  /** Who sent the request for which a server is built. */
  const sender = new AsyncLocalStorage<Member>();
  const buildForSender = (connection: Connection): Promise<Server> => {
    const member = sender.getStore();
    // where nobody is asked who they are, it is whoever runs this program
    const isAnybody = member === undefined || member === LOCAL;
    return build(isAnybody ? connection : { ...connection, member, mayShare: allows(member, 'write') });
  };
  const sessions = openSessions({ limits, onFault, build: () => buildForSender({ era: 'legacy' }) });
  const buildBrief = ({ era }: Pick<Connection, 'era'>): Promise<Server> =>
    buildForSender({ era, isBrief: true }).catch((fault: unknown) => {
      // the handler answers "Internal server error" and keeps the reason for itself
      onFault(fault);
      throw fault;
    });
  const handler = createMcpHandler(buildBrief, {
    legacy: isStateless ? 'stateless' : 'reject',
    maxSubscriptions: limits.streams,
    maxRequestBodySize: limits.bodyBytes,
  });
  const stopAnnouncing = announceTo(handler.notify, surface);

  /** Answers in a session, which is in use until the answer is over. */
  const answerIn = async (session: Session, visit: Visit, { request, parsedBody }: Asked): Promise<Response> => {
    session.open += 1;
    const onEnd = (): void => {
      session.open -= 1;
    };
    const open = (): Promise<Response> => session.transport.handleRequest(request, { parsedBody });
    if (request.method === 'GET') return streams.open(visit, open, onEnd);
    try {
      const response = await open();
      if (response.body !== null && isStream(response))
        return new Response(cuttable(response.body, { onEnd }).body, response);
      onEnd();
      return response;
    } catch (fault) {
      onEnd();
      throw fault;
    }
  };
  const begin = async (visit: Visit, asked: Asked): Promise<Response> => {
    const session = await sessions.open(visit.member.principal);
    if (session === undefined) return refusing(503, 'This server has no room for another session now.', RETRY_AFTER);
    try {
      return await answerIn(session, visit, asked);
    } finally {
      if (session.transport.sessionId === undefined) await sessions.end(session);
    }
  };
  const inSession = async (visit: Visit, asked: Asked): Promise<Response> => {
    const id = asked.request.headers.get('mcp-session-id');
    if (id === null && isInitializeRequest(asked.parsedBody)) return begin(visit, asked);
    if (id === null) return refusing(400, 'The header "Mcp-Session-Id" is missing: begin with "initialize".');
    const session = sessions.find(id, visit.member.principal);
    if (session === undefined) return refusing(404, 'There is no such session. Begin again with "initialize".');
    return answerIn(session, visit, asked);
  };

  const answerFor = async (request: Request, visit: Visit, parsedBody: unknown): Promise<Response> => {
    if (!isStateless && (await isLegacyRequest(request, parsedBody))) return inSession(visit, { request, parsedBody });
    const open = (): Promise<Response> => handler.fetch(request, { parsedBody });
    return isListening(parsedBody) ? streams.open(visit, open) : open();
  };

  return {
    answer: (request, visit, body) => sender.run(visit.member, () => answerFor(request, visit, body)),
    counts: () => ({ sessions: sessions.size, streams: streams.size }),
    async close() {
      stopAnnouncing();
      await handler.close();
      streams.close();
      await sessions.close();
    },
  };
}
