import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { z } from 'zod';
import { type Connection, connect, PEERS } from '../clients.ts';
import { manyFiles, temporaryFolder } from '../folders.ts';
import { CHILD_ENV, MAIN, PROJECT, startServer } from '../processes.ts';
import { fetchDocument, serving, spoken } from './serving.ts';

/** Clients cut descriptions, and instructions, here. */
const LONGEST_DESCRIPTION = 2_048;
describe('what the weakest clients ask of us', () => {
  let client: Connection;
  beforeAll(async () => {
    client = await connect('SDK v1', PROJECT);
  });
  afterAll(() => client.close());

  test('1. everything that is a resource or a prompt is reached by tools too', async () => {
    for (const { uri, name } of await client.resources()) {
      const id = uri.startsWith('team://library/') ? name : uri;
      const { text, metadata } = await fetchDocument(client, { id, max_chars: 60_000 });
      const own = metadata.note === undefined ? text : text.replace(`> Note: ${metadata.note}\n\n`, '');
      expect(await client.read(uri), name).toContain(own);
    }
    for (const { name, arguments: fields = [] } of await client.prompts()) {
      const given = Object.fromEntries(
        fields.filter(({ required }) => required).map((field) => [field.name, valueFor(field)]),
      );
      const { content, isError } = await client.call('use_prompt', { name, arguments: given });
      expect(isError, `${name}: ${content[0]?.text}`).toBeUndefined();
    }
    expect((await client.ask('library_status'))['documents']).toMatchObject({ persona: 4 });
  });

  test('2. choices and defaults stand in the descriptions of the arguments', async () => {
    const fields = (await client.prompts()).flatMap((prompt) => prompt.arguments ?? []);
    expect(fields.filter(({ description = '' }) => description.includes('One of: ')).length).toBeGreaterThan(10);
    for (const { name, description = '' } of fields) expect(description, name).not.toBe('');
  });

  test.each(['', ' ', '-', '.', 'none', 'None', 'n/a', 'N/A'])(
    '2. an optional argument that is filled with %j is one that is not given',
    async (blank) => {
      for (const { name, arguments: fields = [] } of await client.prompts()) {
        const needed = Object.fromEntries(
          fields.filter(({ required }) => required).map((field) => [field.name, valueFor(field)]),
        );
        const all = Object.fromEntries(fields.map((field) => [field.name, field.required ? valueFor(field) : blank]));
        expect(await client.prompt(name, all), name).toEqual(await client.prompt(name, needed));
      }
    },
  );

  test('2. quotes that a client split at the spaces are joined, and the values after them move up', async () => {
    const split = { campaign: '"the', persona: 'quiet', tone: 'fortnight"', price_change: '-', learning: 'warm' };
    const text = spoken(await client.prompt('launch-email', { campaign: '"bake', persona: 'lists"' }));
    expect(text).toContain('\nbake lists\n');
    const moved = spoken(await client.prompt('launch-email', { ...split, learning: 'none' }));
    expect(moved).toContain('\nthe quiet fortnight\n');
    expect(moved).toContain('No reader was chosen.');
  });

  test('3. neither the tools nor their descriptions change with the library', async () => {
    const own = await serving({ 'context/brand/voice.md': '# Voice\n' });
    const before = await own.tools();
    await own.folder.write({
      'team-context.yaml': 'name: New name\nabout: New.\n',
      'prompts/new.md': 'New {{ prompt }}.\n',
    });
    await vi.waitFor(async () => expect((await own.teamPrompts()).length).toBe(1), { timeout: 20_000 });
    expect(await own.tools()).toEqual(before);
    expect(own.notifications.map(({ method }) => method)).not.toContain('notifications/tools/list_changed');
  });

  test('4. a tool answers with text: no link, and no embedded resource', async () => {
    const calls: [string, Record<string, unknown>][] = [
      ['search', { query: 'voice' }],
      ['fetch', { id: 'context/brand/voice-and-tone.md' }],
      ['list_library', {}],
      ['use_prompt', { name: 'launch-email', arguments: { campaign: 'a tablet' } }],
      ['use_prompt', { name: 'launch-email' }],
      ['library_status', {}],
    ];
    for (const [name, given] of calls) {
      const { content } = await client.call(name, given);
      expect(
        content.map(({ type }) => type),
        name,
      ).toEqual(['text']);
    }
  });

  test('5. the handshake and the tools do not wait until the library is read', async () => {
    const folder = await temporaryFolder(manyFiles(800));
    onTestFinished(folder.remove);
    const server = startServer(['serve', folder.path]);
    const clientInfo = { name: 'raw', version: '1' };
    const hello = server.send('initialize', { protocolVersion: '2025-11-25', capabilities: {}, clientInfo });
    const search = server.send('tools/call', { name: 'search', arguments: { query: 'note 0799' } });
    const list = server.send('tools/list', {});
    await vi.waitFor(() => expect(server.answers.map(({ id }) => id)).toContain(search), { timeout: 20_000 });
    expect(server.answers.map(({ id }) => id)).toEqual([hello, list, search]);
    server.hangUp();
    await server.ended;
  });

  test('6. a client that follows nothing has the new text all the same', async () => {
    const own = await serving({ 'context/brand/voice.md': '# Voice\n\nWarm.\n' }, { peer: 'SDK v2 in 2026' });
    expect((await fetchDocument(own, { id: 'context/brand/voice.md' })).text).toContain('Warm.');
    await own.folder.write({ 'context/brand/voice.md': '# Voice\n\nDry.\n' });
    await vi.waitFor(
      async () => expect((await fetchDocument(own, { id: 'context/brand/voice.md' })).text).toContain('Dry.'),
      {
        timeout: 20_000,
      },
    );
    expect(own.notifications).toEqual([]);
  });

  test('Claude Desktop keeps its menu for the session: an argument that a prompt no longer has is ignored with a note', async () => {
    const { messages } = await client.prompt('launch-email', { campaign: 'a tablet', audience: 'bakers' });
    expect(messages.map(({ content }) => (content.type === 'text' ? content.text : ''))).toContainEqual(
      expect.stringMatching(/^Note: .*"audience".*ignored/),
    );
  });

  test('Claude Code and others type the names of servers, prompts and arguments: all are short slugs', async () => {
    for (const { name, arguments: fields = [] } of await client.prompts()) {
      expect(name).toMatch(/^[a-z0-9-]{1,40}$/);
      for (const field of fields) expect(field.name).toMatch(/^[a-z0-9_-]{1,40}$/i);
    }
  });

  test('Cursor refuses what is longer than 60 characters with the name of the server', async () => {
    for (const { name } of await client.tools()) expect(`team-context:${name}`.length).toBeLessThanOrEqual(60);
    for (const { name } of await client.tools()) expect(name).toMatch(/^[a-z_]+$/);
  });

  test('Claude Code cuts instructions and descriptions at 2,048 characters', async () => {
    expect(client.instructions.length).toBeLessThanOrEqual(LONGEST_DESCRIPTION);
    for (const { description } of await client.tools()) expect(description.length).toBeLessThan(LONGEST_DESCRIPTION);
    const about = 'word '.repeat(79);
    const files = { ...manyFiles(30), 'team-context.yaml': `name: ${'n'.repeat(80)}\nabout: ${about}\n` };
    const wordy = await serving(files);
    expect(wordy.instructions.length).toBeLessThanOrEqual(LONGEST_DESCRIPTION);
  });

  test('Codex drops the text when there is a structure: each holds everything', async () => {
    for (const { name, outputSchema, annotations } of await client.tools()) {
      // what is shared would stay in the starter library
      if (annotations['readOnlyHint'] !== true) continue;
      const given =
        name === 'search' ? { query: 'voice' } : name === 'fetch' ? { id: 'context/brand/voice-and-tone.md' } : {};
      if (outputSchema === undefined) continue;
      const { content, structuredContent } = await client.call(name, given);
      expect(JSON.parse(content[0]?.text ?? ''), name).toEqual(structuredContent);
    }
    const run = await client.call('use_prompt', { name: 'launch-email', arguments: { campaign: 'a tablet' } });
    expect(run.structuredContent).toBeUndefined();
  });

  test('ChatGPT takes search and fetch in these shapes alone', async () => {
    const { results } = z
      .object({
        results: z.array(z.looseObject({ id: z.string().min(1), title: z.string().min(1), url: z.url() })).min(1),
      })
      .parse(await client.ask('search', { query: 'voice' }));
    for (const { id } of results) {
      const document = z.looseObject({
        id: z.literal(id),
        title: z.string(),
        text: z.string().min(1),
        url: z.url(),
        metadata: z.looseObject({}),
      });
      document.parse(await client.ask('fetch', { id }));
    }
  });
});

/** Something to fill into a required argument: its first choice, else any words. */
function valueFor({ description = '' }: { description?: string | undefined }): string {
  return /One of: ([^,.]+)/.exec(description)?.[1] ?? 'a tablet for the bakery';
}

describe('clients start the process as they like', () => {
  test('Claude Desktop and every automatic client start a second copy to ask for the era', async () => {
    const client = new Client({ name: 'automatic', version: '1' }, { versionNegotiation: { mode: 'auto' } });
    onTestFinished(() => client.close());
    await client.connect(
      new StdioClientTransport({
        command: process.execPath,
        args: [MAIN, 'serve', PROJECT],
        stderr: 'ignore',
        env: CHILD_ENV,
      }),
    );
    expect(client.getProtocolEra()).toBe('modern');
    expect((await client.listPrompts()).prompts).toHaveLength(18);
  });

  test('Claude Code opens with server/discover', async () => {
    const server = startServer(['serve', PROJECT]);
    const { result } = await server.ask('server/discover', {
      _meta: {
        'io.modelcontextprotocol/protocolVersion': '2026-07-28',
        'io.modelcontextprotocol/clientCapabilities': {},
      },
    });
    expect(result).toMatchObject({
      supportedVersions: ['2026-07-28'],
      capabilities: { prompts: {}, resources: {}, tools: {} },
    });
    server.hangUp();
    expect(await server.ended).toEqual({ code: 0, signal: null });
  });

  test.each(['2024-11-05', '2025-03-26', '2025-06-18', '2025-11-25'])(
    'a client of %s is answered in its own version',
    async (protocolVersion) => {
      const server = startServer(['serve', PROJECT]);
      const { result } = await server.ask('initialize', {
        protocolVersion,
        capabilities: {},
        clientInfo: { name: 'old', version: '1' },
      });
      expect(result).toMatchObject({ protocolVersion });
      const { result: called } = await server.ask('tools/call', { name: 'search', arguments: { query: 'voice' } });
      expect(called).toMatchObject({ content: [{ type: 'text' }] });
      server.hangUp();
      await server.ended;
    },
  );
});

test.each(PEERS)('what the team writes is said to be material, not orders (%s)', async (peer) => {
  const client = await serving(PROJECT, { peer });
  expect(client.instructions).toMatch(/reference material/);
  const read = (await client.tools()).find(({ name }) => name === 'fetch');
  expect(read?.description).toMatch(/not instructions to you/);
});
