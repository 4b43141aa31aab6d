import { Client as ClientV2, type Transport as TransportV2 } from '@modelcontextprotocol/client';
import { Client as ClientV1 } from '@modelcontextprotocol/sdk/client/index.js';
import type { Transport as TransportV1 } from '@modelcontextprotocol/sdk/shared/transport.js';
import { ResultSchema } from '@modelcontextprotocol/sdk/types.js';
import { z } from 'zod';

/** Takes what a server says of its own accord. */
export type Hear = (notification: unknown) => void;

/** What each generation's client does in its own way. */
export interface Wire {
  connect(): Promise<void>;
  request(method: string, params?: Record<string, unknown>): Promise<unknown>;
  listTools(): Promise<unknown>;
  callTool(name: string, given: Record<string, unknown>): Promise<unknown>;
  subscribe(uris: readonly string[]): Promise<void>;
  instructions(): string | undefined;
  server(): { name: string; version: string; title?: string | undefined } | undefined;
  /** What the server says that it can do. */
  capabilities(): unknown;
  close(): Promise<void>;
}

const anything = z.record(z.string(), z.unknown());
const WHO = { name: 'team-context-test', version: '1.0.0' };

export function wireV1(transport: TransportV1, hear: Hear): Wire {
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
    capabilities: () => client.getServerCapabilities(),
    close: () => client.close(),
  };
}

/** Speaks the 2025 protocol unless it is pinned to a newer one. */
export function wireV2(transport: TransportV2, hear: Hear, pin: string | undefined): Wire {
  const client = new ClientV2(WHO, pin === undefined ? {} : { versionNegotiation: { mode: { pin } } });
  client.fallbackNotificationHandler = async (notification) => hear(notification);
  return {
    connect: () => client.connect(transport),
    request: (method, params) => client.request({ method, ...(params === undefined ? {} : { params }) }, anything),
    listTools: () => client.listTools(undefined, { cacheMode: 'refresh' }),
    callTool: (name, given) => client.callTool({ name, arguments: given }),
    async subscribe(uris) {
      if (pin !== undefined) {
        const lists = { promptsListChanged: true, resourcesListChanged: true };
        await client.listen({ ...lists, resourceSubscriptions: [...uris] });
      } else for (const uri of uris) await client.subscribeResource({ uri });
    },
    instructions: () => client.getInstructions(),
    server: () => client.getServerVersion(),
    capabilities: () => client.getServerCapabilities(),
    close: () => client.close(),
  };
}
