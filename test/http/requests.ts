import { onTestFinished } from 'vitest';
import { NEWEST } from '../clients.ts';

export type Headers = Readonly<Record<string, string>>;

/** A request of the 2025 protocol. */
export function asking(method: string, params: Readonly<Record<string, unknown>> = {}, id: number | string = 1) {
  return { jsonrpc: '2.0', id, method, params };
}

export const INITIALIZE = asking('initialize', {
  protocolVersion: '2025-11-25',
  capabilities: {},
  clientInfo: { name: 'raw', version: '1' },
});

/** A request of the 2026 protocol. */
export function askingNewest(method: string, params: Readonly<Record<string, unknown>> = {}, id: number | string = 1) {
  const _meta = {
    'io.modelcontextprotocol/protocolVersion': NEWEST,
    'io.modelcontextprotocol/clientInfo': { name: 'raw', version: '1' },
    'io.modelcontextprotocol/clientCapabilities': {},
  };
  return asking(method, { _meta, ...params }, id);
}

/** That nobody says they need. */
export const FOLLOWING = { notifications: { promptsListChanged: true, resourcesListChanged: true } };

export function withToken(token: string): Headers {
  return { authorization: `Bearer ${token}` };
}

export function inSession(id: string, headers: Headers = {}): Headers {
  return { 'mcp-session-id': id, 'mcp-protocol-version': '2025-11-25', ...headers };
}

/** The request that carries a message: the newest protocol wants to see in its headers what it asks for. */
export function posting(url: string, message: object, headers: Headers = {}): Request {
  const method = Reflect.get(message, 'method');
  const isNewest = JSON.stringify(message).includes(`"${NEWEST}"`);
  return new Request(url, {
    method: 'POST',
    headers: {
      accept: 'application/json, text/event-stream',
      'content-type': 'application/json',
      ...(isNewest ? { 'mcp-protocol-version': NEWEST, 'mcp-method': String(method) } : {}),
      ...headers,
    },
    body: JSON.stringify(message),
  });
}

export function post(url: string, message: object, headers?: Headers): Promise<Response> {
  return fetch(posting(url, message, headers));
}

/** Begins a session; its id. */
export async function begin(url: string, headers?: Headers): Promise<string> {
  const response = await post(url, INITIALIZE, headers);
  await response.text();
  const id = response.headers.get('mcp-session-id');
  if (id === null) throw new Error(`There is no session: ${response.status}.`);
  return id;
}

/** A stream that somebody listens to until the test ends. */
export interface Listening {
  /** Everything that has come so far. */
  heard(): string;
  /** Resolves when the server has ended it. */
  readonly ended: Promise<void>;
  hangUp(): void;
}

/** Listens to what comes on this answer. */
export function listenTo(response: Response): Listening {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  if (reader === undefined) throw new Error('There is nothing to listen to.');
  let text = '';
  const listen = async (): Promise<void> => {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      text += value;
    }
  };
  const hangUp = (): void => void reader.cancel().catch(() => undefined);
  onTestFinished(hangUp);
  return { heard: () => text, ended: listen(), hangUp };
}

/** The stream of a session. */
export async function follow(url: string, session: string, headers?: Headers): Promise<Listening> {
  const response = await fetch(url, { headers: { accept: 'text/event-stream', ...inSession(session, headers) } });
  if (response.status !== 200) throw new Error(`There is no stream: ${response.status}.`);
  return listenTo(response);
}

/** The sentence with which something is refused. */
export async function refusalOf(response: Response): Promise<{ status: number; says: unknown }> {
  const body: unknown = await response.json();
  const error = typeof body === 'object' && body !== null ? Reflect.get(body, 'error') : undefined;
  return { status: response.status, says: error?.message };
}
