import { writeFileSync } from 'node:fs';
import { mkdir, rename, unlink } from 'node:fs/promises';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { describe, expect, type TestContext, test, vi } from 'vitest';
import { z } from 'zod';
import { CLIENTS, type Connection, connect, NEWEST, PEERS, type Peer, type Road } from '../clients.ts';
import { manyFiles, type TemporaryFolder, temporaryFolder } from '../folders.ts';
import { CHILD_ENV, MAIN } from '../processes.ts';

const LIBRARY = {
  'team-context.yaml': 'name: Larkspur\n',
  'context/brand/voice.md': '# Voice\n\nWe sound warm.\n',
  'context/brand/logo.md': '# Logo\n\nThe logo is a lark.\n',
  'context/messaging/pillars.md': '---\ntitle: Pillars\n---\nThree pillars.\n',
  'prompts/launch.md':
    '---\ntitle: Launch\narguments:\n  - name: product\n    required: true\n---\nWrite about {{ product }}.\n',
};
const uri = (path: string): string => `team://library/${path}`;
const VOICE = uri('context/brand/voice.md');
const LOGO = uri('context/brand/logo.md');
const UPDATED = 'notifications/resources/updated';
const RESOURCES = 'notifications/resources/list_changed';
const PROMPTS = 'notifications/prompts/list_changed';

/** Waits until this does not throw; how quickly that happens is not what these tests are about. */
const until = <T>(look: () => T | Promise<T>): Promise<T> => vi.waitFor(look, { timeout: 20_000, interval: 25 });

/** A folder that goes when the test is over. */
async function library(
  { onTestFinished }: TestContext,
  files: Readonly<Record<string, string>> = LIBRARY,
): Promise<TemporaryFolder> {
  const folder = await temporaryFolder(files);
  onTestFinished(folder.remove);
  return folder;
}

/** A client that is closed, before its library goes, when the test is over. */
async function client({ onTestFinished }: TestContext, peer: Peer, path: string, road?: Road): Promise<Connection> {
  const connection = await connect(peer, path, road && { road });
  onTestFinished(connection.close);
  return connection;
}

const hits = z.object({
  results: z.array(z.looseObject({ path: z.string(), snippet: z.string() })),
  notice: z.string().optional(),
});

async function search(connection: Connection, query: string): Promise<z.output<typeof hits>> {
  return hits.parse(await connection.ask('search', { query }));
}

const status = z.looseObject({
  reachable: z.boolean(),
  documents: z.record(z.string(), z.number()),
  diagnostics: z.looseObject({ first: z.array(z.string()) }),
});

async function statusOf(connection: Connection): Promise<z.output<typeof status>> {
  return status.parse(await connection.ask('library_status'));
}

/** What was told since `from`, each in one line. */
function told(connection: Connection, from = 0): string[] {
  return connection.notifications
    .slice(from)
    .map(({ method, uri: of }) => (of === undefined ? method : `${method} ${of}`));
}

// most of the time goes into waiting until the disk holds still
describe.concurrent.each(CLIENTS)('through $peer over $road,', ({ peer, road }) => {
  test('an edited file is found and read in its new text', async (context) => {
    const folder = await library(context);
    const connection = await client(context, peer, folder.path, road);
    expect((await search(connection, 'how do we sound')).results[0]?.snippet).toContain('We sound warm.');
    await folder.write({ 'context/brand/voice.md': '# Voice\n\nWe sound plain and dry.\n' });
    await until(async () =>
      expect((await search(connection, 'how do we sound')).results[0]?.snippet).toContain('plain and dry'),
    );
    expect(await connection.read(VOICE)).toBe('# Voice\n\nWe sound plain and dry.\n');
    expect(await connection.ask('fetch', { id: 'context/brand/voice.md' })).toMatchObject({
      text: expect.stringContaining('plain and dry'),
    });
  });

  test('a client is told once of each edit of what it follows, and of nothing else', async (context) => {
    const folder = await library(context);
    const connection = await client(context, peer, folder.path, road);
    await connection.resources();
    await connection.subscribe(VOICE, LOGO);
    await folder.write({ 'context/brand/voice.md': '# Voice\n\nWe sound dry.\n' });
    await until(() => expect(told(connection)).toContain(`${UPDATED} ${VOICE}`));
    await folder.write({ 'context/messaging/pillars.md': '---\ntitle: Pillars\n---\nFour pillars.\n' });
    await until(async () => expect(await connection.read(uri('context/messaging/pillars.md'))).toContain('Four'));
    await folder.write({ 'context/brand/logo.md': '# Logo\n\nThe logo is a wren.\n' });
    await until(() => expect(told(connection)).toContain(`${UPDATED} ${LOGO}`));
    expect(told(connection)).toEqual([`${UPDATED} ${VOICE}`, `${UPDATED} ${LOGO}`]);
  });

  test('a list is said to have changed when its set or what it shows did, and only that list', async (context) => {
    const folder = await library(context);
    const connection = await client(context, peer, folder.path, road);
    await connection.resources();
    await connection.subscribe();
    const next = async (files: Record<string, string>, method: string): Promise<string[]> => {
      const from = connection.notifications.length;
      await folder.write(files);
      await until(() => expect(told(connection, from)).toContain(method));
      await statusOf(connection);
      return told(connection, from);
    };
    expect(await next({ 'context/brand/voice.md': '# How we sound\n\nWe sound warm.\n' }, RESOURCES)).toEqual([
      RESOURCES,
    ]);
    expect(await next({ 'context/brand/colour.md': '# Colour\n\nSky blue.\n' }, RESOURCES)).toEqual([RESOURCES]);
    const asksMore = `${LIBRARY['prompts/launch.md']}Keep it {{ tone }}.\n`.replace(
      'required: true',
      'required: true\n  - name: tone',
    );
    expect(await next({ 'prompts/launch.md': asksMore }, PROMPTS)).toEqual([PROMPTS]);
  });
});

// what lies behind the road is tried on one
describe.concurrent.each(PEERS)('through %s,', (peer) => {
  test.sequential('300 files at once are one notification of each kind', async (context) => {
    const folder = await library(context, { ...LIBRARY, ...manyFiles(1) });
    const connection = await client(context, peer, folder.path);
    await connection.resources();
    await connection.subscribe(VOICE);
    for (const [path, text] of Object.entries(manyFiles(301)).slice(1)) writeFileSync(folder.at(path), text);
    writeFileSync(folder.at('prompts/second.md'), 'Write {{ more }}.\n');
    writeFileSync(folder.at('context/brand/voice.md'), '# Voice\n\nWe sound like 300 larks.\n');
    await until(async () => expect(await connection.documents()).toHaveLength(306));
    await folder.write({ 'context/brand/voice.md': '# Voice\n\nAnd that is all.\n' });
    await until(() => expect(told(connection).filter((line) => line.startsWith(UPDATED))).toHaveLength(2));
    expect(
      told(connection)
        .filter((line) => !line.startsWith(UPDATED))
        .sort(),
    ).toEqual([PROMPTS, RESOURCES]);
  });

  test.sequential('a folder of 300 files that comes is one notification, however it is found', async (context) => {
    const folder = await library(context);
    const connection = await client(context, peer, folder.path);
    await connection.resources();
    await connection.subscribe(VOICE);
    await mkdir(folder.at('context/notes'));
    for (const [path, text] of Object.entries(manyFiles(300))) writeFileSync(folder.at(path), text);
    await until(async () => expect(await connection.documents()).toHaveLength(304));
    await statusOf(connection);
    expect(told(connection)).toEqual([RESOURCES]);
  });

  test('nothing is told of the inbox', async (context) => {
    const folder = await library(context);
    const connection = await client(context, peer, folder.path);
    await connection.resources();
    await connection.subscribe(VOICE);
    await folder.write({ 'inbox/idea.md': '---\nkind: prompt\n---\n# An idea\n\nWrite {{ much }}.\n' });
    await until(async () => expect(await statusOf(connection)).toMatchObject({ drafts_waiting: 1 }));
    await folder.write({ 'context/brand/voice.md': '# Voice\n\nWe sound dry.\n' });
    await until(() => expect(told(connection)).toContain(`${UPDATED} ${VOICE}`));
    expect(told(connection)).toEqual([`${UPDATED} ${VOICE}`]);
    expect((await search(connection, 'an idea')).results).toEqual([]);
    expect((await connection.teamPrompts()).map(({ name }) => name)).toEqual(['launch']);
  });

  test('a file that breaks while it is edited is served in its last good version, and the status says so in words', async (context) => {
    const folder = await library(context);
    const connection = await client(context, peer, folder.path);
    await connection.resources();
    const path = 'context/messaging/pillars.md';
    await folder.write({ [path]: '---\ntitle: "Pillars\n---\nFour pillars.\n' });
    const { diagnostics } = await until(async () => {
      const now = await statusOf(connection);
      expect(now.diagnostics.first).not.toEqual([]);
      return now;
    });
    const said = diagnostics.first.join('\n');
    expect(said).toMatch(/^context\/messaging\/pillars\.md:\d+:\d+ error \w/m);
    expect(said).toMatch(
      /warning The newest version of this file cannot be read in full, so the version before it is served\./,
    );
    expect(await connection.read(uri(path))).toBe(LIBRARY[path]);
    expect(await connection.ask('fetch', { id: path })).toMatchObject({
      title: 'Pillars',
      text: 'Three pillars.\n',
      metadata: { note: expect.stringMatching(/last good/) },
    });
    await folder.write({ [path]: '---\ntitle: Pillars\n---\nFour pillars.\n' });
    await until(async () => expect(await connection.read(uri(path))).toContain('Four'));
    expect((await statusOf(connection)).diagnostics.first).toEqual([]);
  });

  test('a deleted file leaves every list, and a new prompt comes into the menu', async (context) => {
    const folder = await library(context);
    const connection = await client(context, peer, folder.path);
    expect((await connection.resources()).map((each) => each.uri)).toContain(LOGO);
    await unlink(folder.at('context/brand/logo.md'));
    await until(async () =>
      expect((await connection.call('fetch', { id: 'context/brand/logo.md' })).isError).toBe(true),
    );
    expect((await connection.resources()).map((each) => each.uri)).not.toContain(LOGO);
    expect((await search(connection, 'lark')).results).toEqual([]);
    await folder.write({ 'prompts/reply.md': 'Answer {{ whom }} kindly.\n' });
    await until(async () =>
      expect((await connection.teamPrompts()).map(({ name }) => name)).toEqual(['launch', 'reply']),
    );
    const { messages } = await connection.prompt('reply', { whom: 'Ada' });
    expect(messages).toMatchObject([{ role: 'user', content: { type: 'text', text: 'Answer Ada kindly.' } }]);
  });

  test('a library whose folder goes away is still served, says so, and comes back with the folder', async (context) => {
    const folder = await library(context);
    const connection = await client(context, peer, folder.path);
    await connection.resources();
    await rename(folder.path, `${folder.path}-away`);
    await until(async () => expect((await statusOf(connection)).reachable).toBe(false));
    const { results, notice } = await search(connection, 'how do we sound');
    expect(results[0]?.snippet).toContain('We sound warm.');
    expect(notice).toMatch(/cannot be reached/);
    await rename(`${folder.path}-away`, folder.path);
    await folder.write({ 'context/brand/voice.md': '# Voice\n\nWe are back.\n' });
    await until(async () => expect((await search(connection, 'back')).results[0]?.snippet).toContain('We are back.'));
    expect((await statusOf(connection)).reachable).toBe(true);
    expect((await search(connection, 'back')).notice).toBeUndefined();
  });

  test('a library that is empty, or not even there, fills up while it is served', async (context) => {
    const folder = await library(context, {});
    const path = folder.at('team');
    const connection = await client(context, peer, path);
    expect(connection.instructions).toContain('nothing yet');
    expect(await connection.documents()).toEqual([]);
    expect(await connection.teamPrompts()).toEqual([]);
    expect((await search(connection, 'voice')).results).toEqual([]);
    await connection.subscribe();
    const files = Object.entries(LIBRARY).map(([file, text]) => [`team/${file}`, text]);
    await folder.write(Object.fromEntries(files));
    await until(async () =>
      expect((await search(connection, 'how do we sound')).results[0]?.snippet).toContain('We sound warm.'),
    );
    await until(() => expect(told(connection)).toEqual(expect.arrayContaining([PROMPTS, RESOURCES])));
    expect((await connection.teamPrompts()).map(({ name }) => name)).toEqual(['launch']);
  });
});

test('two processes serve one folder at once', async (context) => {
  const folder = await library(context);
  const both = [await client(context, 'SDK v1', folder.path), await client(context, 'SDK v2 in 2026', folder.path)];
  await folder.write({ 'context/brand/voice.md': '# Voice\n\nWe sound like two.\n' });
  for (const connection of both) {
    await until(async () => expect(await connection.read(VOICE)).toContain('like two'));
  }
});

test('a client that keeps answers has the new text as soon as it is told', async (context) => {
  const folder = await library(context);
  const keeping = new Client({ name: 'keeps', version: '1' }, { versionNegotiation: { mode: { pin: NEWEST } } });
  context.onTestFinished(() => keeping.close());
  await keeping.connect(
    new StdioClientTransport({
      command: process.execPath,
      args: [MAIN, 'serve', folder.path],
      stderr: 'ignore',
      env: CHILD_ENV,
    }),
  );
  const told: string[] = [];
  keeping.setNotificationHandler('notifications/resources/updated', ({ params }) => void told.push(params.uri));
  keeping.setNotificationHandler('notifications/prompts/list_changed', () => void told.push('prompts'));
  await keeping.listen({ promptsListChanged: true, resourceSubscriptions: [VOICE] });
  const read = async (): Promise<string> => JSON.stringify((await keeping.readResource({ uri: VOICE })).contents);
  expect(await read()).toContain('We sound warm.');
  expect((await keeping.listPrompts()).prompts.map(({ name }) => name)).not.toContain('second');
  await folder.write({ 'context/brand/voice.md': '# Voice\n\nWe sound new.\n', 'prompts/second.md': 'Second.\n' });
  await until(() => expect(told.sort()).toEqual(['prompts', VOICE]));
  expect(await read()).toContain('We sound new.');
  expect((await keeping.listPrompts()).prompts.map(({ name }) => name)).toContain('second');
});
