import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { CLIENTS, type Connection, connect, failureOf } from '../clients.ts';
import { greet, PROJECT, startServer } from '../processes.ts';
import { normalised } from './recorded.ts';

const VOICE = 'context/brand/voice-and-tone.md';
const INVALID_PARAMS = -32602;
/** Clients cut descriptions and instructions here. */
const LONGEST = 2_048;

const fileText = (path: string): string => readFileSync(join(PROJECT, path), 'utf8');
const uri = (path: string): string => `team://library/${path}`;

const choices = z.object({ choices: z.array(z.string()) });

describe.each(CLIENTS)('the starter library, through $peer over $road,', ({ peer, road }) => {
  let client: Connection;
  beforeAll(async () => {
    client = await connect(peer, PROJECT, { road });
  });
  afterAll(() => client.close());

  describe('prompts', () => {
    test('are listed with what they really need, and with the choices in the descriptions', async () => {
      const prompts = await client.prompts();
      expect(prompts).toHaveLength(18);
      const launch = prompts.find(({ name }) => name === 'launch-email');
      expect(launch?.arguments?.filter(({ required }) => required).map(({ name }) => name)).toEqual(['campaign']);
      const describes = (name: string): string =>
        launch?.arguments?.find((each) => each.name === name)?.description ?? '';
      expect(describes('tone')).toBe('How it should sound. One of: warm, plain, brisk. Default: plain.');
      expect(describes('persona')).toMatch(/^Who reads it\? One of: \w.*\.$/);
    });

    test('are the same as recorded', async () => {
      const { prompts } = await client.request('prompts/list');
      await expect(normalised(prompts)).toMatchFileSnapshot('__snapshots__/prompts-list.json');
    });

    test('come with their context embedded once each, then their own words', async () => {
      const { values } = await client.complete(
        { type: 'ref/prompt', name: 'launch-email' },
        { name: 'persona', value: '' },
      );
      const persona = values[0] ?? '';
      const { messages, description } = await client.prompt('launch-email', {
        campaign: 'bake lists on a tablet',
        persona,
      });
      const embedded = messages.flatMap(({ content }) => (content.type === 'resource' ? [content.resource] : []));
      expect(messages.map(({ content }) => content.type)).toEqual([...embedded.map(() => 'resource'), 'text']);
      expect(new Set(embedded.map((each) => each.uri)).size).toBe(embedded.length);
      expect(embedded[0]).toMatchObject({ uri: uri(VOICE), mimeType: 'text/markdown', text: fileText(VOICE) });
      expect(embedded.at(-1)?.uri).toMatch(/^team:\/\/library\/context\/personas\//);
      for (const each of embedded) expect(each.text).toBe(await client.read(each.uri));
      const last = messages.at(-1)?.content;
      const text = last?.type === 'text' ? last.text : '';
      expect(text).toContain('bake lists on a tablet');
      expect(text).toContain(`The reader is ${persona}.`);
      expect(text).not.toMatch(/\{\{[#/>]|\{\{ ?(campaign|persona|tone)/);
      expect(description).toContain('Voice and tone');
    });

    test('that lack something say everything that they take, with the choices', async () => {
      const { code, message, data } = await failureOf(client.prompt('ad-copy', { persona: 'nobody at all' }));
      expect(code).toBe(INVALID_PARAMS);
      const { arguments: fields = [] } = (await client.prompts()).find(({ name }) => name === 'ad-copy') ?? {};
      for (const { name } of fields) expect(message).toContain(`- ${name} (`);
      expect(message).toMatch(
        /"offer" is missing.*"channel" is missing.*"nobody at all" is not a choice for "persona"/,
      );
      expect(message).toContain('Google Search, LinkedIn, flour-sack card');
      expect(choices.parse(data).choices).toContain('LinkedIn');
    });

    test('that do not exist are refused with the nearest name', async () => {
      const { code, message, data } = await failureOf(client.prompt('launch-emial'));
      expect(code).toBe(INVALID_PARAMS);
      expect(message).toContain('launch-email');
      expect(choices.parse(data).choices).toContain('launch-email');
    });

    test('say the same when they are run by the tool', async () => {
      const given = { campaign: 'the quiet fortnight', tone: 'warm' };
      const { messages } = await client.prompt('launch-email', given);
      const { content, structuredContent } = await client.call('use_prompt', {
        name: 'launch-email',
        arguments: given,
      });
      const spoken = content[0]?.text ?? '';
      let place = 0;
      for (const { content: part } of messages) {
        const text = part.type === 'resource' ? part.resource.text : part.text;
        const found = spoken.indexOf(text, place);
        expect(found).toBeGreaterThanOrEqual(place);
        place = found + text.length;
      }
      expect(spoken.slice(place).trim()).toBe('');
      expect(structuredContent).toBeUndefined();
    });
  });

  describe('resources', () => {
    test('are listed with what a client can show and sort by', async () => {
      const resources = await client.resources();
      expect(resources.find((each) => each.uri === uri(VOICE))).toMatchObject({
        name: VOICE,
        title: 'Voice and tone',
        description: expect.stringMatching(/^How Ovenbird sounds/),
        mimeType: 'text/markdown',
        size: Buffer.byteLength(fileText(VOICE)),
        annotations: {
          audience: ['user', 'assistant'],
          priority: 1,
          lastModified: expect.stringMatching(/^\d{4}-.*Z$/),
        },
      });
      expect(resources.some((each) => each.uri.includes('team-context.yaml'))).toBe(false);
    });

    test('are the files as they stand, or one section of them', async () => {
      expect(await client.read(uri(VOICE))).toBe(fileText(VOICE));
      const section = await client.read(`${uri(VOICE)}#mechanics`);
      expect(section).toMatch(/^## Mechanics\n/);
      expect(fileText(VOICE)).toContain(section);
      expect(section).not.toContain('## A rewrite');
    });

    test('have a template, and a page on how the library is', async () => {
      const { resourceTemplates } = await client.request('resources/templates/list');
      expect(resourceTemplates).toMatchObject([{ uriTemplate: 'team://library/{+path}', mimeType: 'text/markdown' }]);
      expect(await client.read('team://status')).toMatch(/^# Ovenbird marketing: status\n[\s\S]*- Prompts: 14\n/);
    });

    const unknown: [string, string | undefined][] = [
      [uri('context/brand/voice-and-tune.md'), uri(VOICE)],
      [`${uri(VOICE)}#mechanix`, `${uri(VOICE)}#mechanics`],
      [uri(''), undefined],
      ['team://nothing', undefined],
      ['https://example.com/', undefined],
    ];
    test.each(unknown)('that do not exist (%s) are refused, with the nearest', async (wanted, near) => {
      const { code, data } = await failureOf(client.read(wanted));
      expect(code).toBe(INVALID_PARAMS);
      expect(data).toMatchObject({ uri: wanted });
      if (near !== undefined) expect(choices.parse(data).choices).toContain(near);
    });

    test('are refused before anything looks at a URI of more than 2,048 characters', async () => {
      const long = client.read(uri('a/'.repeat(2_000)));
      // over HTTP not even the message is looked at
      if (road === 'HTTP') return expect(long).rejects.toThrow(/A URI has at most 2048 characters\./);
      const { code, message } = await failureOf(long);
      expect(code).toBe(INVALID_PARAMS);
      expect(message.length).toBeLessThan(LONGEST);
    });
  });

  test('what is half typed is completed, prefixes first', async () => {
    const launch = { type: 'ref/prompt', name: 'launch-email' };
    expect(await client.complete(launch, { name: 'tone', value: '' })).toEqual({
      values: ['warm', 'plain', 'brisk'],
      total: 3,
      hasMore: false,
    });
    expect((await client.complete(launch, { name: 'tone', value: 'W' })).values).toEqual(['warm']);
    expect((await client.complete(launch, { name: 'campaign', value: 'x' })).values).toEqual([]);
    expect((await client.complete(launch, { name: 'persona', value: '' })).values).toHaveLength(4);
    const template = { type: 'ref/resource', uri: 'team://library/{+path}' };
    expect((await client.complete(template, { name: 'path', value: 'context/brand/v' })).values).toEqual([
      'context/brand/visual-identity.md',
      VOICE,
    ]);
    expect((await client.complete(template, { name: 'path', value: 'voice' })).values).toContain(VOICE);
    expect(
      (await failureOf(client.complete({ type: 'ref/prompt', name: 'nope' }, { name: 'x', value: '' }))).code,
    ).toBe(INVALID_PARAMS);
  });

  test('the instructions name the library and the tools, and fit', () => {
    expect(client.instructions).toMatch(
      /^This is the shared library of Ovenbird marketing\. Ovenbird makes demand forecasting/,
    );
    expect(client.instructions).toMatch(
      /6 guidelines, 4 personas, \d+ messaging, 8 learnings, 5 workflows, 3 wins, 14 prompts/,
    );
    for (const tool of ['search', 'fetch', 'use_prompt']) expect(client.instructions).toContain(tool);
    expect(client.instructions.length).toBeLessThanOrEqual(LONGEST);
    expect(client.server).toMatchObject({ name: 'team-context', title: 'Ovenbird marketing' });
  });

  test.runIf(peer === 'SDK v2 in 2026')('every answer that may be kept says for how long and for whom', async () => {
    const requests: [string, Record<string, unknown>][] = [
      ['server/discover', {}],
      ['prompts/list', {}],
      ['resources/list', {}],
      ['resources/read', { uri: uri(VOICE) }],
    ];
    for (const [method, params] of requests) {
      const { ttlMs, cacheScope } = await client.request(method, params);
      expect([method, cacheScope]).toEqual([method, 'private']);
      expect(ttlMs).toBeLessThanOrEqual(60_000);
    }
    // which tools there are depends on what a member may do
    for (const [method, cacheScope] of [
      ['tools/list', 'private'],
      ['resources/templates/list', 'public'],
    ] as const)
      expect(await client.request(method), method).toMatchObject({ ttlMs: expect.any(Number), cacheScope });
  });

  test.runIf(peer === 'SDK v2 in 2026')('discovery is the same as recorded', async () => {
    await expect(normalised(await client.request('server/discover'))).toMatchFileSnapshot(
      '__snapshots__/server-discover.json',
    );
  });
});

test('the handshake is the same as recorded', async () => {
  const server = startServer(['serve', PROJECT]);
  const { result } = await greet(server);
  server.hangUp();
  await server.ended;
  await expect(normalised(result)).toMatchFileSnapshot('__snapshots__/initialize.json');
});
