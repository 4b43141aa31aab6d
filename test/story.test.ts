import { readFile } from 'node:fs/promises';
import { expect, onTestFinished, test, vi } from 'vitest';
import { z } from 'zod';
import { type Caller, connect, connectTo, type Peer } from './clients.ts';
import { type TemporaryFolder, temporaryFolder } from './folders.ts';
import { run, startHttpServer } from './processes.ts';

const LIBRARY = {
  'team-context.yaml': 'name: Larkspur\njournal: shared\n',
  'context/brand/voice.md': '# Voice\n\nWe sound warm.\n',
  'context/workflows/newsletter.md': '# The newsletter\n\nOn Mondays, from the notes.\n',
  'prompts/launch.md': 'Write about {{ product }}.\n',
};
const WORKFLOW = {
  title: 'A zeppelin kit in a morning',
  task: 'The launch kit of the zeppelin.',
  prompts: ['Make a brief of these notes.', 'No. Shorter, and no adjectives.'],
  fixed_by_hand: 'Two links.',
  minutes_before: 480,
  minutes_after: 110,
};
const QUERY = 'zeppelin kit';
/** From the sharing to the finding. */
const MOMENTS = { timeout: 2_000, interval: 50 };
/** For what is written once a second. */
const SOON = { timeout: 10_000, interval: 250 };

const shared = z.looseObject({ id: z.string(), author: z.string(), status: z.literal('draft') });
const found = z.object({
  results: z.array(z.looseObject({ id: z.string(), path: z.string(), used_by_colleagues: z.number().optional() })),
});
const read = z.looseObject({ text: z.string() });
const report = z.object({
  members: z.number(),
  spread: z.array(z.looseObject({ id: z.string(), now: z.number(), memberDays: z.number() })),
});

/** Two members and a shared folder. */
interface Office {
  readonly ana: Caller;
  readonly ben: Caller;
  /** A third member, who comes later. */
  readonly carla: () => Promise<Caller>;
  /** Where the one who looks at figures keeps state. */
  readonly env: Readonly<Record<string, string>>;
}

async function emptyFolder(): Promise<string> {
  const folder = await temporaryFolder();
  onTestFinished(folder.remove);
  return folder.path;
}

/** Each has a server of their own, as on two computers. */
async function overStdio(folder: TemporaryFolder): Promise<Office> {
  const at = async (member: string): Promise<Record<string, string>> => ({
    TEAM_CONTEXT_MEMBER: member,
    TEAM_CONTEXT_STATE: await emptyFolder(),
    TEAM_CONTEXT_JOURNAL: 'on',
  });
  const join = async (peer: Peer, member: string): Promise<Caller> => {
    const client = await connect(peer, folder.path, { env: await at(member) });
    onTestFinished(client.close);
    return client;
  };
  return {
    ana: await join('SDK v1', 'Ana Lark'),
    ben: await join('SDK v2 in 2026', 'Ben Sorrel'),
    carla: () => join('SDK v2 in 2025', 'Carla Finch'),
    env: await at('Lena Voss'),
  };
}

/** Both use one server, each with a token. */
async function overHttp(folder: TemporaryFolder): Promise<Office> {
  const env = { TEAM_CONTEXT_STATE: await emptyFolder(), TEAM_CONTEXT_JOURNAL: 'on', TEAM_CONTEXT_MEMBER: 'Lena Voss' };
  const tokenOf = async (member: string): Promise<string> => {
    const { stdout } = await run(['token', 'add', member, '--scope', 'write'], { env });
    return stdout.trim();
  };
  const tokens = new Map<string, string>();
  for (const member of ['Ana Lark', 'Ben Sorrel', 'Carla Finch']) tokens.set(member, await tokenOf(member));
  const server = await startHttpServer([folder.path, '--tokens'], { env });
  onTestFinished(async () => {
    server.kill('SIGTERM');
    await server.ended;
  });
  const join = async (peer: Peer, member: string): Promise<Caller> => {
    const client = await connectTo(peer, server.url, tokens.get(member));
    onTestFinished(client.close);
    return client;
  };
  return {
    ana: await join('SDK v1', 'Ana Lark'),
    ben: await join('SDK v2 in 2026', 'Ben Sorrel'),
    carla: () => join('SDK v2 in 2025', 'Carla Finch'),
    env,
  };
}

async function idsFor(client: Caller, more: Record<string, unknown> = {}): Promise<string[]> {
  const { results } = found.parse(await client.ask('search', { query: QUERY, ...more }));
  return results.map(({ path }) => path);
}

test.each([
  ['stdio', overStdio],
  ['HTTP', overHttp],
])(
  'over %s, what Ana shares is found among the drafts, approved, used by Ben, named in the digest and counted in the report',
  { timeout: 90_000 },
  async (_, open) => {
    const folder = await temporaryFolder(LIBRARY);
    onTestFinished(folder.remove);
    const { ana, ben, carla, env } = await open(folder);
    const figuresOf = async (id: string): Promise<unknown> => {
      const { stdout } = await run(['report', folder.path, '--json'], { env });
      return report.parse(JSON.parse(stdout)).spread.find((each) => each.id === id);
    };
    await ben.ask('search', { query: 'voice' });

    const { id: draft, author } = shared.parse(await ana.ask('share_workflow', WORKFLOW));
    expect(author).toBe('Ana Lark');
    await vi.waitFor(async () => expect(await idsFor(ben, { status: 'draft' })).toContain(draft), MOMENTS);
    expect(await idsFor(ben)).not.toContain(draft);

    const before = await readFile(folder.at(draft), 'utf8');
    const reviewed = await run(['review', folder.path, '--approve', draft], { env });
    expect(reviewed).toMatchObject({ code: 0 });
    const approved = draft.replace('inbox/', 'context/workflows/');
    const after = await readFile(folder.at(approved), 'utf8');
    expect(after).toMatch(/^approved_by: Lena Voss$/m);
    expect(after.replace(/^approved_(?:by|on): .*\n/gm, '')).toBe(before);

    await vi.waitFor(async () => {
      expect(await idsFor(ben)).toContain(approved);
      expect(await idsFor(ben, { status: 'draft' })).not.toContain(draft);
    }, SOON);
    await ana.ask('fetch', { id: approved });
    // her own use is written, and does not count as spread
    await vi.waitFor(async () => expect(await figuresOf(approved)).toMatchObject({ now: 0, memberDays: 1 }), SOON);

    expect(read.parse(await ben.ask('fetch', { id: approved })).text).toContain('No. Shorter, and no adjectives.');
    await vi.waitFor(async () => expect(await figuresOf(approved)).toMatchObject({ now: 1, memberDays: 2 }), SOON);

    const newcomer = await carla();
    const colleaguesWith = async (client: Caller): Promise<number | undefined> => {
      const { results } = found.parse(await client.ask('search', { query: QUERY }));
      return results.find(({ path }) => path === approved)?.used_by_colleagues;
    };
    await vi.waitFor(async () => expect(await colleaguesWith(newcomer)).toBe(2), SOON);
    // in the one process that both use nothing has to be read first
    if (open === overHttp) expect(await colleaguesWith(ben)).toBe(1);
    const { messages } = await newcomer.prompt('start-here', { work: 'a launch' });
    expect(JSON.stringify(messages)).toContain('(launch)');

    const { stdout: page } = await run(['digest', folder.path], { env });
    expect(page).toContain('A zeppelin kit in a morning');
    expect(page).toContain('Ana Lark');
    expect(await ana.read('team://digest')).toContain('A zeppelin kit in a morning');
  },
);
