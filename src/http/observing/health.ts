import type { Surface } from '../../mcp/surface.ts';

export interface HealthOptions {
  readonly surface: Pick<Surface, 'library' | 'engine'>;
  /** Whether the keys of the identity provider were to be had when they were last asked for; absent where there is none. */
  readonly isIssuerReachable?: () => boolean;
  /** Milliseconds of the clock that only grows, by which the library says when it was last scanned. */
  readonly now?: () => number;
}

/** What a supervisor or a load balancer asks. Needs no token: the answers hold no name and no path. */
export interface Health {
  /** The process is alive: it answers. */
  alive(): Response;
  /** Whether requests should come here: 200, or 503 with every reason why not. */
  ready(): Response;
}

/**
 * Three times 30 s, the slowest pace at which a folder is scanned without anybody's asking, so that one slow scan and
 * one that failed do not take a server out of use.
 */
const RECENT_MS = 90_000;

const HEADERS = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };

export function openHealth({ surface, isIssuerReachable, now = () => performance.now() }: HealthOptions): Health {
  let wasIndexed = false;

  /** Searches wait for a change to be taken in, so only the first index is something to wait for. */
  const isIndexed = (): boolean => {
    wasIndexed ||= surface.engine.status().building === undefined;
    return wasIndexed;
  };
  const reasons = (): string[] => {
    const { changedAt, isReachable, lastScan } = surface.library.status();
    const isRead = changedAt !== undefined;
    const found: string[] = [];
    if (!isRead) found.push('The library has not been read yet.');
    else if (!isIndexed()) found.push('The index for search is being built.');
    if (!isReachable) found.push('The folder of the library cannot be reached.');
    else if (isRead && (lastScan === undefined || now() - lastScan > RECENT_MS))
      found.push(`The folder has not been compared with what is served for ${RECENT_MS / 1_000} seconds.`);
    if (isIssuerReachable?.() === false) found.push('The identity provider cannot be reached.');
    return found;
  };
  return {
    alive: () => new Response('ok\n', { headers: { ...HEADERS, 'content-type': 'text/plain; charset=utf-8' } }),
    ready() {
      const found = reasons();
      const isReady = found.length === 0;
      return Response.json({ ready: isReady, reasons: found }, { status: isReady ? 200 : 503, headers: HEADERS });
    },
  };
}
