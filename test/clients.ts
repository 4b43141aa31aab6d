import { StreamableHTTPClientTransport as HttpV2 } from '@modelcontextprotocol/client';
import { StdioClientTransport as StdioV2 } from '@modelcontextprotocol/client/stdio';
import { StdioClientTransport as StdioV1 } from '@modelcontextprotocol/sdk/client/stdio.js';
import { StreamableHTTPClientTransport as HttpV1 } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { z } from 'zod';
import { CHILD_ENV, MAIN, startHttpServer } from './processes.ts';
import { type Hear, type Wire, wireV1, wireV2 } from './sdk-clients.ts';

/** The clients that everything is tried with: both generations of the SDK, and both eras of the protocol. */
export const PEERS = ['SDK v1', 'SDK v2 in 2025', 'SDK v2 in 2026'] as const;
export type Peer = (typeof PEERS)[number];

/** The ways to a server: a process of the client's own, or one on the network. */
export const ROADS = ['stdio', 'HTTP'] as const;
export type Road = (typeof ROADS)[number];

/** Every client on every road. */
export const CLIENTS = ROADS.flatMap((road) => PEERS.map((peer) => ({ peer, road })));

/** The revision that the newest client is pinned to. */
export const NEWEST = '2026-07-28';

export interface Notification {
  readonly method: string;
  /** Of an updated resource. */
  readonly uri?: string;
}

const anything = z.record(z.string(), z.unknown());
const tool = z.looseObject({
  name: z.string(),
  description: z.string(),
  inputSchema: anything,
  outputSchema: anything.optional(),
  annotations: anything,
});
const argument = z.looseObject({ name: z.string(), description: z.string().optional(), required: z.boolean() });
const prompt = z.looseObject({
  name: z.string(),
  title: z.string(),
  description: z.string().optional(),
  arguments: z.array(argument).optional(),
  _meta: anything.optional(),
});
const embedded = z.looseObject({ uri: z.string(), mimeType: z.string(), text: z.string() });
const content = z.discriminatedUnion('type', [
  z.looseObject({ type: z.literal('text'), text: z.string() }),
  z.looseObject({ type: z.literal('resource'), resource: embedded }),
]);
const toolResult = z.looseObject({
  content: z.array(z.looseObject({ type: z.string(), text: z.string() })),
  structuredContent: anything.optional(),
  isError: z.boolean().optional(),
});
const promptResult = z.looseObject({
  description: z.string(),
  messages: z.array(z.looseObject({ role: z.enum(['user', 'assistant']), content })),
});
const resource = z.looseObject({ uri: z.string(), name: z.string(), title: z.string(), mimeType: z.string() });
const completion = z.looseObject({ values: z.array(z.string()), total: z.number(), hasMore: z.boolean() });

export type ListedTool = z.output<typeof tool>;
export type ListedPrompt = z.output<typeof prompt>;
export type ListedResource = z.output<typeof resource>;
export type ToolResult = z.output<typeof toolResult>;
export type PromptResult = z.output<typeof promptResult>;

/** A client that is connected to a server. Close it. */
export interface Caller {
  readonly peer: Peer;
  readonly instructions: string;
  readonly server: { readonly name: string; readonly version: string; readonly title?: string | undefined };
  /** What the server says that it can do. */
  readonly capabilities: unknown;
  /** Everything that the server sent of its own accord, in order. */
  readonly notifications: readonly Notification[];
  /** Any request of the protocol; nothing is taken from the client's cache. */
  request(method: string, params?: Record<string, unknown>): Promise<Record<string, unknown>>;
  tools(): Promise<readonly ListedTool[]>;
  /** Calls a tool through the client, which checks the answer against the tool's output schema. */
  call(name: string, given?: Record<string, unknown>): Promise<ToolResult>;
  /** The structure that a tool answers with. Fails when the tool refuses. */
  ask(name: string, given?: Record<string, unknown>): Promise<Record<string, unknown>>;
  prompts(): Promise<readonly ListedPrompt[]>;
  /** Without those that come with the program. */
  teamPrompts(): Promise<readonly ListedPrompt[]>;
  prompt(name: string, given?: Record<string, string>): Promise<PromptResult>;
  /** All pages of the list. */
  resources(): Promise<readonly ListedResource[]>;
  /** The same without the pages that are written when they are asked for. */
  documents(): Promise<readonly ListedResource[]>;
  /** The text of a resource. */
  read(uri: string): Promise<string>;
  complete(ref: Record<string, string>, given: { name: string; value: string }): Promise<z.output<typeof completion>>;
  /** Asks to be told of changes of these resources, and in 2026 of the lists too. */
  subscribe(...uris: string[]): Promise<void>;
  close(): Promise<void>;
}

/** A client with a server of its own, which goes with it. */
export interface Connection extends Caller {
  stderr(): string;
}

/** A client of a server that others may use too. */
export interface Visitor extends Caller {
  /** The id of its session, where it has one. */
  session(): string | undefined;
}

function pinOf(peer: Peer): string | undefined {
  return peer === 'SDK v2 in 2026' ? NEWEST : undefined;
}

const heard = z.object({ method: z.string(), params: z.looseObject({ uri: z.string().optional() }).optional() });

/** Keeps what a server says of its own accord. */
function openEar(): { readonly notifications: readonly Notification[]; readonly hear: Hear } {
  const notifications: Notification[] = [];
  return {
    notifications,
    hear(notification) {
      const { method, params } = heard.parse(notification);
      notifications.push({ method, ...(params?.uri === undefined ? {} : { uri: params.uri }) });
    },
  };
}

export interface ConnectOptions {
  /** The words after `serve`; the library by default. */
  readonly words?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** `stdio` by default. */
  readonly road?: Road;
}

/** Starts a server for a library and connects one of the clients to it. */
export function connect(peer: Peer, library: string, options: ConnectOptions = {}): Promise<Connection> {
  return options.road === 'HTTP' ? connectOverHttp(peer, library, options) : connectOverStdio(peer, library, options);
}

async function connectOverStdio(peer: Peer, library: string, { words, env }: ConnectOptions): Promise<Connection> {
  const start = {
    command: process.execPath,
    args: [MAIN, 'serve', ...(words ?? [library])],
    stderr: 'pipe' as const,
    env: { ...CHILD_ENV, ...env },
  };
  const transport = peer === 'SDK v1' ? new StdioV1(start) : new StdioV2(start);
  let stderr = '';
  transport.stderr?.on('data', (chunk: unknown) => {
    stderr += String(chunk);
  });
  const { notifications, hear } = openEar();
  const wire = transport instanceof StdioV1 ? wireV1(transport, hear) : wireV2(transport, hear, pinOf(peer));
  await wire.connect();
  return { ...driverOf(wire), peer, notifications, stderr: () => stderr };
}

async function connectOverHttp(peer: Peer, library: string, { words, env }: ConnectOptions): Promise<Connection> {
  const server = await startHttpServer(words ?? [library], env === undefined ? {} : { env });
  const stop = async (): Promise<void> => {
    server.kill('SIGTERM');
    await server.ended;
  };
  try {
    const connection = await connectTo(peer, server.url);
    return { ...connection, stderr: server.stderr, close: () => connection.close().then(stop) };
  } catch (wrong) {
    await stop();
    throw wrong;
  }
}

/** A client that has a session has a stream too, when this is resolved: it misses nothing that happens from then on. */
function watchForStream(): { readonly fetch: typeof fetch; readonly answered: Promise<void> } {
  let answer: () => void = () => undefined;
  const answered = new Promise<void>((resolve) => {
    answer = resolve;
  });
  return {
    answered,
    async fetch(input, init) {
      const response = await fetch(input, init);
      if (init?.method === 'GET') answer();
      return response;
    },
  };
}

/** Connects one of the clients to a server that is there already, with the token of a member if any. */
export async function connectTo(peer: Peer, url: string, token?: string): Promise<Visitor> {
  const stream = watchForStream();
  const headers: Record<string, string> = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const options = { fetch: stream.fetch, requestInit: { headers } };
  const transport = peer === 'SDK v1' ? new HttpV1(new URL(url), options) : new HttpV2(new URL(url), options);
  const { notifications, hear } = openEar();
  const wire = transport instanceof HttpV1 ? wireV1(transport, hear) : wireV2(transport, hear, pinOf(peer));
  await wire.connect();
  if (peer !== 'SDK v2 in 2026') await stream.answered;
  return { ...driverOf(wire), peer, notifications, session: () => transport.sessionId };
}

/** The requests that tests make, the same for every client. */
function driverOf(wire: Wire): Omit<Caller, 'peer' | 'notifications'> {
  const request: Caller['request'] = async (method, params) => anything.parse(await wire.request(method, params));
  const server = wire.server();
  if (server === undefined) throw new Error('The client is connected to nobody.');
  const prompts: Caller['prompts'] = async () =>
    z.object({ prompts: z.array(prompt) }).parse(await request('prompts/list')).prompts;
  const resources: Caller['resources'] = async () => {
    const all: ListedResource[] = [];
    const page = z.object({ resources: z.array(resource), nextCursor: z.string().optional() });
    let cursor: string | undefined;
    do {
      const read = page.parse(await request('resources/list', cursor === undefined ? {} : { cursor }));
      all.push(...read.resources);
      cursor = read.nextCursor;
    } while (cursor !== undefined);
    return all;
  };
  const call: Caller['call'] = async (name, given = {}) => toolResult.parse(await wire.callTool(name, given));
  return {
    instructions: wire.instructions() ?? '',
    capabilities: wire.capabilities(),
    server,
    request,
    tools: async () => z.object({ tools: z.array(tool) }).parse(await wire.listTools()).tools,
    call,
    async ask(name, given) {
      const result = await call(name, given);
      if (result.structuredContent === undefined) throw new Error(`${name} refused: ${result.content[0]?.text}`);
      return result.structuredContent;
    },
    prompts,
    teamPrompts: async () => (await prompts()).filter(({ _meta }) => _meta?.['team-context/origin'] !== 'built-in'),
    prompt: async (name, given = {}) => promptResult.parse(await request('prompts/get', { name, arguments: given })),
    resources,
    documents: async () => (await resources()).filter(({ uri }) => uri.startsWith('team://library/')),
    async read(uri) {
      const { contents } = z
        .object({ contents: z.array(embedded).length(1) })
        .parse(await request('resources/read', { uri }));
      return contents[0]?.text ?? '';
    },
    complete: async (ref, given) =>
      z.object({ completion }).parse(await request('completion/complete', { ref, argument: given })).completion,
    subscribe: (...uris) => wire.subscribe(uris),
    close: () => wire.close(),
  };
}

const failure = z.object({ code: z.number(), message: z.string(), data: z.unknown() });

/** How a request fails. Fails itself when it does not, or when what is thrown is no error of the protocol. */
export async function failureOf(request: Promise<unknown>): Promise<z.output<typeof failure>> {
  let thrown: unknown;
  try {
    await request;
  } catch (wrong) {
    thrown = wrong;
  }
  const { code, message, data } = failure.parse(
    thrown instanceof Error ? { data: undefined, ...thrown, message: thrown.message } : thrown,
  );
  return { code, data, message: message.replace(/^MCP error -?\d+: /, '') };
}
