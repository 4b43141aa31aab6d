import { randomUUID } from 'node:crypto';
import { type Server, WebStandardStreamableHTTPServerTransport } from '@modelcontextprotocol/server';
import type { Limits } from './limits.ts';

/** How often idle sessions are looked for. */
const SWEEP_MS = 60_000;
/** Sessions that were not used for so long give way when there is no room for others. */
const FORGOTTEN_MS = 5 * 60_000;

/** One client of the 2025 protocol, from its `initialize` on. */
export interface Session {
  readonly transport: WebStandardStreamableHTTPServerTransport;
  /** The member who opened it; for everybody else it does not exist. */
  readonly principal: string;
  /** Answers and streams of it that are not over; with one it is not idle. */
  open: number;
  /** When it was last used, on the clock of `now`. */
  seen: number;
}

export interface Sessions {
  readonly size: number;
  /**
   * A session that becomes one when the client's `initialize` is answered. The longest unused one of the same member goes when
   * they have too many, and when there are too many in all also one that somebody else has forgotten. Undefined when there
   * is no room.
   */
  open(principal: string): Promise<Session | undefined>;
  /** Undefined when there is none of that name, or it is somebody else's. */
  find(id: string, principal: string): Session | undefined;
  end(session: Session): Promise<void>;
  /** Ends those that nobody has used for long. */
  sweep(): void;
  close(): Promise<void>;
}

export interface SessionsOptions {
  readonly limits: Limits;
  /** Makes the server that a session talks to. */
  readonly build: () => Promise<Server>;
  readonly onFault: (fault: unknown) => void;
  /** Milliseconds that only grow. */
  readonly now?: () => number;
}

export function openSessions(options: SessionsOptions): Sessions {
  const { limits, build, onFault, now = () => performance.now() } = options;
  /** Those that are about to be, too: many who come at once are not more than the limit. */
  const all = new Set<Session>();
  const byId = new Map<string, Session>();

  const forget = (session: Session): void => {
    all.delete(session);
    if (session.transport.sessionId !== undefined) byId.delete(session.transport.sessionId);
  };
  const end = (session: Session): Promise<void> => {
    forget(session);
    return session.transport.close().catch(onFault);
  };
  const makeRoom = (principal: string): boolean => {
    const theirs = [...all].filter((session) => session.principal === principal);
    const isAtLimit = theirs.length >= limits.sessionsPerMember;
    if (!isAtLimit && all.size < limits.sessions) return true;
    // nobody keeps others out with sessions that they have forgotten
    const forgotten = isAtLimit ? [] : [...all].filter(({ seen }) => now() - seen > FORGOTTEN_MS);
    const unused = [...theirs, ...forgotten].filter(({ open, transport }) => open === 0 && transport.sessionId);
    const [oldest] = unused.sort((a, b) => a.seen - b.seen);
    if (oldest !== undefined) void end(oldest);
    return oldest !== undefined;
  };
  const sweep = (): void => {
    for (const session of all) if (session.open === 0 && now() - session.seen > limits.idleMs) void end(session);
  };
  const timer = setInterval(sweep, SWEEP_MS).unref();

  return {
    get size() {
      return all.size;
    },
    async open(principal) {
      sweep();
      if (!makeRoom(principal)) return undefined;
      const transport = new WebStandardStreamableHTTPServerTransport({
        sessionIdGenerator: () => randomUUID(),
        onsessioninitialized: (id) => void byId.set(id, session),
      });
      const session: Session = { transport, principal, open: 0, seen: now() };
      all.add(session);
      transport.onclose = () => forget(session);
      try {
        const server = await build();
        await server.connect(transport);
      } catch (fault) {
        forget(session);
        throw fault;
      }
      return session;
    },
    find(id, principal) {
      const session = byId.get(id);
      if (session?.principal !== principal) return undefined;
      session.seen = now();
      return session;
    },
    end,
    sweep,
    async close() {
      clearInterval(timer);
      await Promise.all([...all].map(end));
    },
  };
}
