import { Client as ClientV2 } from '@modelcontextprotocol/client';
import { StdioClientTransport as StdioV2 } from '@modelcontextprotocol/client/stdio';
import { Client as ClientV1 } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport as StdioV1 } from '@modelcontextprotocol/sdk/client/stdio.js';
import { ResultSchema } from '@modelcontextprotocol/sdk/types.js';
import { z } from 'zod';
import { MAIN } from './processes.ts';

/** The clients that everything is tried with: both generations of the SDK, and both eras of the protocol. */
export const PEERS = ['SDK v1', 'SDK v2 in 2025', 'SDK v2 in 2026'] as const;
export type Peer = (typeof PEERS)[number];

/** The revision that the newest client is pinned to. */
export const NEWEST = '2026-07-28';

export interface Notification {
  readonly method: string;
  /** Of an updated resource. */
  readonly uri?: string;
}

/** What each generation's client does in its own way. */
interface Wire {
  connect(): Promise<void>;
  request(method: string, params?: Record<string, unknown>): Promise<unknown>;
  listTools(): Promise<unknown>;
  callTool(name: string, given: Record<string, unknown>): Promise<unknown>;
  subscribe(uris: readonly string[]): Promise<void>;
  instructions(): string | undefined;
  server(): { name: string; version: string; title?: string | undefined } | undefined;
  pid(): number | null;
  close(): Promise<void>;
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

/** A client that is connected to a process of its own. Close it. */
export interface Connection {
  readonly peer: Peer;
  readonly instructions: string;
  readonly server: { readonly name: string; readonly version: string; readonly title?: string | undefined };
  readonly pid: number;
  /** Everything that the server sent of its own accord, in order. */
  readonly notifications: readonly Notification[];
  stderr(): string;
  /** Any request of the protocol; nothing is taken from the client's cache. */
  request(method: string, params?: Record<string, unknown>): Promise<Record<string, unknown>>;
  tools(): Promise<readonly ListedTool[]>;
  /** Calls a tool through the client, which checks the answer against the tool's output schema. */
  call(name: string, given?: Record<string, unknown>): Promise<ToolResult>;
  /** The structure that a tool answers with. Fails when the tool refuses. */
  ask(name: string, given?: Record<string, unknown>): Promise<Record<string, unknown>>;
  prompts(): Promise<readonly ListedPrompt[]>;
  prompt(name: string, given?: Record<string, string>): Promise<PromptResult>;
  /** All pages of the list. */
  resources(): Promise<readonly ListedResource[]>;
  /** The text of a resource. */
  read(uri: string): Promise<string>;
  complete(ref: Record<string, string>, given: { name: string; value: string }): Promise<z.output<typeof completion>>;
  /** Asks to be told of changes of these resources, and in 2026 of the lists too. */
  subscribe(...uris: string[]): Promise<void>;
  close(): Promise<void>;
}

const WHO = { name: 'team-context-test', version: '1.0.0' };

function wireV1(transport: StdioV1, hear: (notification: unknown) => void): Wire {
  const client = new ClientV1(WHO);
  client.fallbackNotificationHandler = async (notification) => hear(notification);
  return {
    connect: () => client.connect(transport),
    request: (method, params) => client.request({ method, params }, ResultSchema),
    listTools: () => client.listTools(),
    callTool: (name, given) => client.callTool({ name, arguments: given }),
    async subscribe(uris) {
      for (const uri of uris) await client.subscribeResource({ uri });
    },
    instructions: () => client.getInstructions(),
    server: () => client.getServerVersion(),
    pid: () => transport.pid,
    close: () => client.close(),
  };
}

function wireV2(transport: StdioV2, hear: (notification: unknown) => void, isModern: boolean): Wire {
  const client = new ClientV2(WHO, isModern ? { versionNegotiation: { mode: { pin: NEWEST } } } : {});
  client.fallbackNotificationHandler = async (notification) => hear(notification);
  return {
    connect: () => client.connect(transport),
    request: (method, params) => client.request({ method, ...(params === undefined ? {} : { params }) }, anything),
    listTools: () => client.listTools(undefined, { cacheMode: 'refresh' }),
    callTool: (name, given) => client.callTool({ name, arguments: given }),
    async subscribe(uris) {
      if (isModern) {
        const lists = { promptsListChanged: true, resourcesListChanged: true };
        await client.listen({ ...lists, resourceSubscriptions: [...uris] });
      } else for (const uri of uris) await client.subscribeResource({ uri });
    },
    instructions: () => client.getInstructions(),
    server: () => client.getServerVersion(),
    pid: () => transport.pid,
    close: () => client.close(),
  };
}

const heard = z.object({ method: z.string(), params: z.looseObject({ uri: z.string().optional() }).optional() });

export interface ConnectOptions {
  /** The words after `serve`; the library by default. */
  readonly words?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** Starts a server for a library and connects one of the clients to it. */
export async function connect(peer: Peer, library: string, options: ConnectOptions = {}): Promise<Connection> {
  const notifications: Notification[] = [];
  const hear = (notification: unknown): void => {
    const { method, params } = heard.parse(notification);
    notifications.push({ method, ...(params?.uri === undefined ? {} : { uri: params.uri }) });
  };
  const start = {
    command: process.execPath,
    args: [MAIN, 'serve', ...(options.words ?? [library])],
    stderr: 'pipe' as const,
    env: { PATH: process.env['PATH'] ?? '', TEAM_CONTEXT_CACHE: 'off', ...options.env },
  };
  const transport = peer === 'SDK v1' ? new StdioV1(start) : new StdioV2(start);
  let stderr = '';
  transport.stderr?.on('data', (chunk: unknown) => {
    stderr += String(chunk);
  });
  const wire =
    transport instanceof StdioV1 ? wireV1(transport, hear) : wireV2(transport, hear, peer === 'SDK v2 in 2026');
  await wire.connect();
  return { ...driverOf(wire), peer, notifications, stderr: () => stderr };
}

/** The requests that tests make, the same for every client. */
function driverOf(wire: Wire): Omit<Connection, 'peer' | 'notifications' | 'stderr'> {
  const request: Connection['request'] = async (method, params) => anything.parse(await wire.request(method, params));
  const server = wire.server();
  const pid = wire.pid();
  if (server === undefined || pid === null) throw new Error('The client is connected to nobody.');
  const call: Connection['call'] = async (name, given = {}) => toolResult.parse(await wire.callTool(name, given));
  return {
    instructions: wire.instructions() ?? '',
    server,
    pid,
    request,
    tools: async () => z.object({ tools: z.array(tool) }).parse(await wire.listTools()).tools,
    call,
    async ask(name, given) {
      const result = await call(name, given);
      if (result.structuredContent === undefined) throw new Error(`${name} refused: ${result.content[0]?.text}`);
      return result.structuredContent;
    },
    prompts: async () => z.object({ prompts: z.array(prompt) }).parse(await request('prompts/list')).prompts,
    prompt: async (name, given = {}) => promptResult.parse(await request('prompts/get', { name, arguments: given })),
    async resources() {
      const all: ListedResource[] = [];
      const page = z.object({ resources: z.array(resource), nextCursor: z.string().optional() });
      let cursor: string | undefined;
      do {
        const read = page.parse(await request('resources/list', cursor === undefined ? {} : { cursor }));
        all.push(...read.resources);
        cursor = read.nextCursor;
      } while (cursor !== undefined);
      return all;
    },
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
