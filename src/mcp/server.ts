import {
  CLIENT_INFO_META_KEY,
  type McpRequestContext,
  ProtocolError,
  ProtocolErrorCode,
  Server,
  type ServerContext,
} from '@modelcontextprotocol/server';
import { z } from 'zod';
import type { Change } from '../library/snapshot.ts';
import { Refusal } from '../refusal.ts';
import type { Sharer } from '../sharing/sharing.ts';
import { announce, concerned } from './announcements.ts';
import { complete } from './completion.ts';
import { instructionsOf } from './instructions.ts';
import { getPrompt, promptsPage } from './prompts.ts';
import { type Caller, recorded } from './recording.ts';
import { RESOURCE_TEMPLATES, readResource, resourcesPage } from './resources.ts';
import type { Surface } from './surface.ts';
import { refusalResult, resultOf } from './tool.ts';
import { toolsOf } from './tools.ts';
import { LONGEST_URI } from './uri.ts';

const CHANGES_OFTEN = { ttlMs: 5_000, cacheScope: 'private' } as const;
const CONSTANT = { ttlMs: 3_600_000, cacheScope: 'public' } as const;
/** More subscriptions than this on one connection are refused. */
const MOST_SUBSCRIPTIONS = 100;

/** Lets a refusal through as InvalidParams, with what it is about, and everything else as a fault: reported to us, "Internal error" to the client. */
async function answering<T>(
  surface: Surface,
  work: () => T | Promise<T>,
  about: Readonly<Record<string, string>> = {},
): Promise<T> {
  try {
    return await work();
  } catch (wrong) {
    if (wrong instanceof Refusal) {
      surface.onRefusal?.();
      throw new ProtocolError(ProtocolErrorCode.InvalidParams, wrong.message, {
        ...about,
        choices: [...wrong.choices],
      });
    }
    if (wrong instanceof ProtocolError) throw wrong;
    surface.onFault(wrong);
    throw new ProtocolError(ProtocolErrorCode.InternalError, 'Internal error');
  }
}

/** How a 2026 request names the program that sends it. */
const PROGRAM = z.object({ [CLIENT_INFO_META_KEY]: z.object({ name: z.string() }) });

/** Who sends a request, with the program that they use: each 2026 request names it, and 2025 clients do once. */
function callerOf(server: Server, member: Sharer, { mcpReq }: ServerContext): Caller {
  const { data } = PROGRAM.safeParse(mcpReq.envelope);
  return { ...member, client: data?.[CLIENT_INFO_META_KEY].name ?? server.getClientVersion()?.name };
}

function answerTools(server: Server, surface: Surface, member: Sharer): void {
  server.setRequestHandler('tools/list', () => ({ tools: toolsOf(surface).map(({ listed }) => listed) }));
  server.setRequestHandler('tools/call', ({ params }, context) =>
    answering(surface, async () => {
      const tools = toolsOf(surface);
      const tool = tools.find((each) => each.listed.name === params.name);
      if (tool === undefined) {
        const names = tools.map(({ listed }) => listed.name).join(', ');
        throw new Refusal(`There is no tool "${params.name.slice(0, 80)}". The tools are: ${names}.`);
      }
      try {
        const caller = callerOf(server, member, context);
        const answer = await tool.call(params.arguments, surface, caller);
        return recorded(surface, caller, { result: resultOf(answer), used: answer.used });
      } catch (wrong) {
        if (!(wrong instanceof Refusal)) throw wrong;
        surface.onRefusal?.();
        return refusalResult(wrong);
      }
    }),
  );
}

function answerPrompts(server: Server, surface: Surface, member: Sharer): void {
  server.setRequestHandler('prompts/list', ({ params }) =>
    answering(surface, async () => {
      const { rows, ...next } = await promptsPage(surface, params?.cursor);
      return { prompts: [...rows], ...next };
    }),
  );
  server.setRequestHandler('prompts/get', ({ params }, context) =>
    answering(surface, async () => {
      const caller = callerOf(server, member, context);
      return recorded(surface, caller, await getPrompt(surface, params, caller));
    }),
  );
  server.setRequestHandler('completion/complete', ({ params }) => answering(surface, () => complete(surface, params)));
}

function answerResources(server: Server, surface: Surface, member: Sharer): void {
  server.setRequestHandler('resources/list', ({ params }) =>
    answering(surface, async () => {
      const { rows, ...next } = await resourcesPage(surface, params?.cursor);
      return { resources: [...rows], ...next };
    }),
  );
  server.setRequestHandler('resources/templates/list', () => ({ resourceTemplates: RESOURCE_TEMPLATES }));
  server.setRequestHandler('resources/read', ({ params }, context) =>
    answering(
      surface,
      async () => recorded(surface, callerOf(server, member, context), await readResource(surface, params.uri)),
      { uri: params.uri },
    ),
  );
}

/** Tells one lasting connection what changed; a 2025 client hears only of the URIs that it subscribed to. */
function announceChanges(server: Server, surface: Surface, era: Connection['era']): void {
  const subscribed = new Set<string>();
  server.setRequestHandler('resources/subscribe', ({ params }) =>
    answering(surface, () => {
      if (params.uri.length > LONGEST_URI) throw new Refusal(`A URI has at most ${LONGEST_URI} characters.`);
      if (subscribed.size >= MOST_SUBSCRIPTIONS)
        throw new Refusal(`This connection already has ${MOST_SUBSCRIPTIONS} subscriptions.`);
      subscribed.add(params.uri);
      return {};
    }),
  );
  server.setRequestHandler('resources/unsubscribe', ({ params }) => {
    subscribed.delete(params.uri);
    return {};
  });
  const tell = (change: Change): void => {
    const { promptsChanged, resourcesChanged, updated } = announce(change);
    const uris = era === 'modern' ? updated : concerned(subscribed, change);
    const sent = [
      ...(promptsChanged ? [server.sendPromptListChanged()] : []),
      ...(resourcesChanged ? [server.sendResourceListChanged()] : []),
      ...uris.map((uri) => server.sendResourceUpdated({ uri })),
    ];
    // a connection that has just gone cannot be told, and need not be
    void Promise.allSettled(sent);
  };
  // lists wait for the first snapshot, so nobody has seen anything that it could change
  let stop: (() => void) | undefined;
  let isClosed = false;
  void surface.library.ready.then(() => {
    if (!isClosed) stop = surface.library.subscribe(tell);
  });
  server.onclose = () => {
    isClosed = true;
    stop?.();
  };
}

/** What a server is built for. */
export interface Connection {
  readonly era: McpRequestContext['era'];
  /** Answers one request and is gone: whoever built it announces changes, and to 2026 clients only. */
  readonly isBrief?: boolean;
  /** Who is at its other end; whoever runs this program, unless somebody was recognised. */
  readonly member?: Sharer;
  /** Whether they may share; they may, unless somebody was recognised who may only read. */
  readonly mayShare?: boolean;
}

/** The same for somebody who may only read. */
function withoutSharing({ sharing: _, ...surface }: Surface): Surface {
  return surface;
}

/** One server for one connection. Cheap: it registers functions and reads nothing but the names of the files. */
export async function buildServer(whole: Surface, connection: Connection): Promise<Server> {
  const { era, isBrief = false, member = whole.owner, mayShare = true } = connection;
  const surface = mayShare ? whole : withoutSharing(whole);
  const hearsOfChanges = era === 'modern' || !isBrief;
  const { name } = surface.library.current().settings;
  const server = new Server(
    { name: 'team-context', title: name === '' ? 'Team context' : name, version: surface.version },
    {
      instructions: await instructionsOf(surface),
      capabilities: {
        tools: {},
        prompts: { listChanged: hearsOfChanges },
        resources: { listChanged: hearsOfChanges, subscribe: hearsOfChanges },
        completions: {},
      },
      cacheHints: {
        'server/discover': CHANGES_OFTEN,
        // it is another one for members who may share
        'tools/list': { ...CONSTANT, cacheScope: 'private' },
        'prompts/list': CHANGES_OFTEN,
        'resources/list': CHANGES_OFTEN,
        'resources/templates/list': CONSTANT,
        'resources/read': CHANGES_OFTEN,
      },
    },
  );
  answerTools(server, surface, member);
  answerPrompts(server, surface, member);
  answerResources(server, surface, member);
  if (!isBrief) announceChanges(server, surface, era);
  return server;
}
