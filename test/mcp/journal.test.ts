import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { z } from 'zod';
import { CLIENTS, type Connection, connect, type Peer, type Road } from '../clients.ts';
import { type TemporaryFolder, temporaryFolder } from '../folders.ts';

const FILES = {
  'team-context.yaml': 'journal: shared\n',
  'context/brand/voice.md': '# Voice\n\nWe sound warm.\n',
  'context/personas/maya.md': '# Maya\n\nRuns a shop.\n',
  'prompts/launch.md': [
    '---',
    'arguments:',
    '  - name: product',
    '    required: true',
    '  - name: persona',
    '    from: persona',
    'context: [context/brand/voice.md]',
    '---',
    'Write about {{ product }} for {{ persona }}.',
    '',
  ].join('\n'),
};
const SECRETIVE = 'Nobody may know of the zeppelin';

/** A client of a library, whose journal lies in the library unless the settings say otherwise. */
async function open(
  { peer, road }: { peer: Peer; road: Road },
  settings = FILES['team-context.yaml'],
  env: Record<string, string> = {},
): Promise<{ client: Connection; folder: TemporaryFolder; state: TemporaryFolder }> {
  const folder = await temporaryFolder({ ...FILES, 'team-context.yaml': settings });
  onTestFinished(folder.remove);
  const state = await temporaryFolder();
  onTestFinished(state.remove);
  const client = await connect(peer, folder.path, {
    road,
    env: { TEAM_CONTEXT_MEMBER: 'Ana Lark', TEAM_CONTEXT_STATE: state.path, TEAM_CONTEXT_JOURNAL: 'on', ...env },
  });
  return { client, folder, state };
}

/** The texts of all files below a folder whose names end so. */
async function textsBelow(folder: string, ending: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true }).catch((): string[] => []);
  return Promise.all(names.filter((name) => name.endsWith(ending)).map((name) => readFile(join(folder, name), 'utf8')));
}

const entry = z.strictObject({
  v: z.literal(1),
  id: z.string().min(8),
  at: z.iso.datetime(),
  member: z.literal('Ana Lark'),
  client: z.literal('team-context-test'),
  use: z.string(),
  ids: z.array(z.string()),
  outcome: z.string(),
  hits: z.number().optional(),
  strength: z.number().optional(),
  words: z.string().optional(),
});

async function entriesIn(folder: TemporaryFolder): Promise<z.output<typeof entry>[]> {
  const text = (await textsBelow(folder.path, '.jsonl')).join('\n');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => entry.parse(JSON.parse(line)));
}

/** One of everything that can be used. */
async function useAll(client: Connection): Promise<string> {
  await client.prompt('launch', { product: SECRETIVE, persona: 'Maya' });
  await client.call('use_prompt', { name: 'launch', arguments: { product: SECRETIVE } });
  await client.ask('fetch', { id: 'context/brand/voice.md#voice' });
  await client.read('team://library/context/personas/maya.md');
  await client.ask('search', { query: 'how warm do we sound' });
  await client.ask('search', { query: 'parental leave in Bavaria', also: [SECRETIVE] });
  await client.ask('search', { query: 'unheard-of', kind: 'win' });
  await client.call('build_brief', { task: SECRETIVE });
  const { id } = z
    .looseObject({ id: z.string() })
    .parse(await client.ask('log_win', { title: 'Won', what: SECRETIVE }));
  return id;
}

describe.each(CLIENTS)('through $peer over $road,', (by) => {
  test('each use is kept as who did what with which documents, and nothing that anybody typed or read', async () => {
    const { client, folder } = await open(by);
    const shared = await useAll(client);
    // what is no use leaves nothing
    await client.request('prompts/list');
    await client.ask('library_status');
    await client.read('team://digest');
    await client.call('fetch', { id: 'context/none.md' });
    await client.call('use_prompt', { name: 'launch' });
    await client.close();
    const entries = await entriesIn(folder);
    expect(entries.map(({ use, ids, outcome, words }) => ({ use, ids, outcome, words }))).toEqual([
      { use: 'prompt', ids: ['prompts/launch.md', 'context/brand/voice.md'], outcome: 'done' },
      { use: 'prompt', ids: ['prompts/launch.md', 'context/brand/voice.md'], outcome: 'done' },
      { use: 'document', ids: ['context/brand/voice.md'], outcome: 'done' },
      { use: 'document', ids: ['context/personas/maya.md'], outcome: 'done' },
      { use: 'search', ids: [], outcome: 'done' },
      { use: 'search', ids: [], outcome: 'nothing', words: 'parental leave in Bavaria' },
      { use: 'search', ids: [], outcome: 'nothing' },
      { use: 'brief', ids: expect.any(Array), outcome: 'done' },
      { use: 'share', ids: [shared], outcome: 'done' },
    ]);
    expect(entries.filter(({ use }) => use === 'search').map(({ hits, strength }) => [hits, strength])).toEqual([
      [1, 1],
      [0, 0],
      [0, 0],
    ]);
    const texts = await textsBelow(folder.at('.team-context'), '.jsonl');
    expect(texts.join('\n')).not.toContain('zeppelin');
  });
});

describe('a team that wants less', () => {
  const BY: { peer: Peer; road: Road } = { peer: 'SDK v1', road: 'stdio' };

  test('has no words of searches with queries: off', async () => {
    const { client, folder } = await open(BY, 'journal: { where: shared, queries: off }\n');
    await useAll(client);
    await client.close();
    const entries = await entriesIn(folder);
    expect(entries).toHaveLength(9);
    expect(entries.filter(({ words }) => words !== undefined)).toEqual([]);
  });

  test('keeps it on this machine with journal: local, which is usual', async () => {
    for (const settings of ['journal: local\n', 'name: Larkspur\n']) {
      const { client, folder, state } = await open(BY, settings);
      await useAll(client);
      await client.close();
      expect(await readdir(folder.path)).not.toContain('.team-context');
      expect(await entriesIn(state)).toHaveLength(9);
    }
  });

  test.each([
    ['journal: off', 'journal: off\n', {}],
    ['TEAM_CONTEXT_JOURNAL=off', 'journal: shared\n', { TEAM_CONTEXT_JOURNAL: 'off' }],
  ])('keeps nothing with %s', async (_, settings, env) => {
    const { client, folder, state } = await open(BY, settings, env);
    await useAll(client);
    await client.close();
    expect([...(await entriesIn(folder)), ...(await entriesIn(state))]).toEqual([]);
  });

  test('can change its mind while the server runs', async () => {
    const { client, folder } = await open(BY, 'journal: off\n');
    await client.ask('fetch', { id: 'context/brand/voice.md' });
    await folder.write({ 'team-context.yaml': 'journal: shared\n' });
    await vi.waitFor(
      async () => {
        await client.ask('fetch', { id: 'context/personas/maya.md' });
        expect(await entriesIn(folder)).not.toEqual([]);
      },
      { timeout: 20_000, interval: 500 },
    );
    await client.close();
    const entries = await entriesIn(folder);
    expect(new Set(entries.flatMap(({ ids }) => ids))).toEqual(new Set(['context/personas/maya.md']));
  });
});
