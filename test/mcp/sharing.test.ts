import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { z } from 'zod';
import { CLIENTS, type Connection, connect, PEERS } from '../clients.ts';
import { type TemporaryFolder, temporaryFolder } from '../folders.ts';
import { serving } from './serving.ts';

const WRITING = ['share_workflow', 'log_win', 'share_prompt'];
const FILES = {
  'context/brand/voice.md': '# Voice\n\nWe sound warm.\n',
  'prompts/launch.md': '# Launch\n\nWrite about {{ campaign }}.\n',
};
const WORKFLOW = {
  title: 'A zeppelin kit in a morning',
  task: 'Launch kit for the zeppelin.',
  prompts: ['Make a brief of this: {{ notes }}', 'Cut a third.'],
  context: 'The release notes.',
  fixed_by_hand: 'Two links became one.',
  minutes_before: 480,
  minutes_after: '110',
};
const shared = z.object({
  id: z.string(),
  path: z.string(),
  author: z.string(),
  status: z.string(),
  next: z.string(),
  notices: z.array(z.string()).optional(),
});
const found = z.object({ results: z.array(z.looseObject({ id: z.string() })) });

async function share(client: Connection, name: string, given: object): Promise<z.output<typeof shared>> {
  return shared.parse(await client.ask(name, { ...given }));
}

async function idsFor(client: Connection, query: string, status?: string): Promise<string[]> {
  const { results } = found.parse(await client.ask('search', { query, ...(status === undefined ? {} : { status }) }));
  return results.map(({ id }) => id);
}

describe.each(CLIENTS)('through $peer over $road,', ({ peer, road }) => {
  async function open(): Promise<{ folder: TemporaryFolder; client: Connection }> {
    const folder = await temporaryFolder(FILES);
    onTestFinished(folder.remove);
    const client = await connect(peer, folder.path, { road, env: { TEAM_CONTEXT_MEMBER: 'Ana Lark' } });
    onTestFinished(client.close);
    return { folder, client };
  }

  test('a workflow that is shared is found among the drafts, and only there, within moments', async () => {
    const { folder, client } = await open();
    const { id, path, author, status, next } = await share(client, 'share_workflow', WORKFLOW);
    expect(id).toMatch(/^inbox\/\d{4}-\d{2}-\d{2}-a-zeppelin-kit-in-a-morning-[0-9a-z]{8}\.md$/);
    expect({ path, author, status }).toEqual({ path: id, author: 'Ana Lark', status: 'draft' });
    expect(next).toContain('context/workflows/');
    const text = await readFile(folder.at(id), 'utf8');
    expect(text).toContain('author: Ana Lark\n');
    expect(text).toContain('minutes_after: 110\n');
    expect(text).toContain('```text\nMake a brief of this: {{ notes }}\n```');
    await vi.waitFor(
      async () => expect(await idsFor(client, 'zeppelin kit', 'draft')).toContainEqual(expect.stringContaining(id)),
      {
        timeout: 20_000,
      },
    );
    expect(await idsFor(client, 'zeppelin kit')).toEqual([]);
    expect(await client.ask('fetch', { id })).toMatchObject({
      metadata: { kind: 'workflow', note: expect.stringMatching(/^Nobody on the team has reviewed this/) },
    });
    expect(await client.ask('library_status')).toMatchObject({ drafts_waiting: 1 });
  });

  test('a win names what was used by its id, and a prompt keeps its text', async () => {
    const { folder, client } = await open();
    const win = await share(client, 'log_win', {
      title: 'Saved a day',
      what: 'It took 25 minutes.',
      saved_minutes: 70,
      used: ['launch', 'team://library/context/brand/voice.md'],
    });
    expect(await readFile(folder.at(win.id), 'utf8')).toContain(
      'used:\n  - prompts/launch.md\n  - context/brand/voice.md\n',
    );
    const text = 'Write to {{ persona }}.\n\n{{#if tone}}Warm.';
    const { id, notices } = await share(client, 'share_prompt', { title: 'Zeppelin email', text });
    expect((await readFile(folder.at(id), 'utf8')).endsWith(`---\n${text}\n`)).toBe(true);
    expect(notices?.join('\n')).toMatch(/"\{\{#if tone\}\}" is never closed/);
    const names = (await client.prompts()).map(({ name }) => name);
    expect([names.includes('launch'), names.filter((each) => each.includes('zeppelin'))]).toEqual([true, []]);
  });
});

test('where the team wants no inbox, what is shared is part of the library at once', async () => {
  const client = await serving({ ...FILES, 'team-context.yaml': 'sharing: direct\n' });
  const { id, status, next } = await share(client, 'share_workflow', WORKFLOW);
  expect(id).toMatch(/^context\/workflows\/\d{4}-\d{2}-\d{2}-a-zeppelin-kit-in-a-morning-[0-9a-z]{8}\.md$/);
  expect([status, next]).toEqual(['approved', expect.stringMatching(/from now on colleagues find it/)]);
  await vi.waitFor(
    async () => expect(await idsFor(client, 'zeppelin kit')).toContainEqual(expect.stringContaining(id)),
    { timeout: 20_000 },
  );
});

test('a library that is served whole stays so when something is shared directly', async () => {
  const client = await serving({ 'voice.md': '# Voice\n\nWe sound warm.\n', 'team-context.yaml': 'sharing: direct\n' });
  const { id } = await share(client, 'log_win', { title: 'A zeppelin', what: 'It flew in a zeppelin morning.' });
  expect(id).toMatch(/^shared\/wins\//);
  await vi.waitFor(async () => expect((await idsFor(client, 'zeppelin morning')).join()).toContain(id), {
    timeout: 20_000,
  });
  expect((await idsFor(client, 'sound warm')).join()).toContain('voice.md');
});

describe('what cannot be shared is refused, and nothing is written:', () => {
  const bad: [string, Record<string, unknown>, RegExp][] = [
    ['share_workflow', { title: 'T', task: 'T' }, /prompts is missing/],
    ['share_workflow', { title: 'T', task: 'T', prompts: [] }, /prompts must be at least 1/],
    [
      'log_win',
      { title: 'T', what: 'T', used: ['context/brand/voise.md'] },
      /no document or prompt.*context\/brand\/voice\.md/,
    ],
    ['log_win', { title: 'T', what: 'T', used: ['../../etc/passwd'] }, /no document or prompt/],
    ['share_prompt', { title: 'T', text: 'x'.repeat(100_001) }, /text must be at most 100000/],
    ['share_workflow', { title: 'T', task: 'T', prompts: Array(10).fill('x'.repeat(30_000)) }, /comes to 294 KiB/],
  ];
  test.each(bad)('%s, for the %#th reason', async (name, given, says) => {
    const folder = await temporaryFolder(FILES);
    onTestFinished(folder.remove);
    const client = await serving(folder.path);
    const { content, isError } = await client.call(name, given);
    expect(isError).toBe(true);
    expect(content[0]?.text).toMatch(says);
    expect(await readdir(folder.path)).toEqual(['context', 'prompts']);
  });

  test('more than twenty things an hour', async () => {
    const client = await serving(FILES);
    for (let time = 0; time < 20; time++) await share(client, 'log_win', { title: 'Again', what: 'It worked.' });
    const { isError, content } = await client.call('log_win', { title: 'Again', what: 'It worked.' });
    expect(isError).toBe(true);
    expect(content[0]?.text).toMatch(/you have shared 20 times within the last 60 minutes/);
  });
});

describe.each(PEERS)('through %s, the tools that write are not offered', (peer) => {
  async function expectNone(client: Connection): Promise<void> {
    expect((await client.tools()).map(({ name }) => name)).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/^(share|log)_/)]),
    );
    for (const name of WRITING)
      await expect(client.call(name, { title: 'T', what: 'T', text: 'T', task: 'T', prompts: ['T'] })).rejects.toThrow(
        /There is no tool/,
      );
  }

  test('by a server that was started with --read-only', async () => {
    await expectNone(await serving(FILES, { peer, words: ['--read-only'] }));
  });

  test('where the team has switched sharing off, from the next question on', async () => {
    const client = await serving({ ...FILES, 'team-context.yaml': 'sharing: off\n' }, { peer });
    await expectNone(client);
    await client.folder.write({ 'team-context.yaml': 'sharing: on\n' });
    const offered = async (): Promise<string[]> => {
      const { tools } = z
        .object({ tools: z.array(z.looseObject({ name: z.string() })) })
        .parse(await client.request('tools/list'));
      return tools.map(({ name }) => name);
    };
    await vi.waitFor(async () => expect(await offered()).toEqual(expect.arrayContaining(WRITING)), { timeout: 20_000 });
  });
});
