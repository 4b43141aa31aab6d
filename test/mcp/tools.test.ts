import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { CLIENTS, type Connection, connect, failureOf } from '../clients.ts';
import { PROJECT } from '../processes.ts';
import { normalised } from './recorded.ts';

const WRITING = ['share_workflow', 'log_win', 'share_prompt'];
const TOOLS = ['search', 'fetch', 'list_library', 'use_prompt', 'build_brief', 'library_status', ...WRITING];
const VOICE = 'context/brand/voice-and-tone.md';
const INVALID_PARAMS = -32602;
/** Clients cut descriptions here. */
const LONGEST = 2_048;

const hits = z.array(
  z.looseObject({ id: z.string(), title: z.string(), url: z.string().min(1), path: z.string(), snippet: z.string() }),
);

describe.each(CLIENTS)('the starter library, through $peer over $road,', ({ peer, road }) => {
  let client: Connection;
  beforeAll(async () => {
    client = await connect(peer, PROJECT, { road });
  });
  afterAll(() => client.close());

  describe('tools', () => {
    test('come in a fixed order, say whether they only read, and can be cut by no client', async () => {
      const tools = await client.tools();
      expect(tools.map(({ name }) => name)).toEqual(TOOLS);
      for (const { name, description, annotations, _meta } of tools) {
        const isReading = !WRITING.includes(name);
        expect(annotations).toMatchObject({
          readOnlyHint: isReading,
          destructiveHint: false,
          idempotentHint: isReading,
          openWorldHint: false,
        });
        if (!isReading) expect(_meta).toEqual({ 'anthropic/requiresUserInteraction': true });
        expect(description.length).toBeGreaterThan(60);
        expect(description.length).toBeLessThan(LONGEST);
      }
    });

    test('take a plain object, with every argument described and none that is one of several shapes', async () => {
      for (const { name, inputSchema, outputSchema } of await client.tools()) {
        for (const schema of [inputSchema, ...(outputSchema === undefined ? [] : [outputSchema])]) {
          expect(schema, name).toMatchObject({ type: 'object' });
          expect(Object.keys(schema), name).not.toEqual(
            expect.arrayContaining([expect.stringMatching(/^(any|one|all)Of$/)]),
          );
        }
        for (const [argument, schema] of Object.entries(
          z.record(z.string(), z.unknown()).parse(inputSchema['properties']),
        )) {
          expect(schema, `${name}: ${argument}`).toMatchObject({ description: expect.stringMatching(/\w{3}/) });
        }
      }
    });

    test('are the same as recorded', async () => {
      const { tools } = await client.request('tools/list');
      await expect(normalised(tools)).toMatchFileSnapshot('__snapshots__/tools-list.json');
    });

    test('answer with a structure, and with the same as text', async () => {
      const calls: [string, Record<string, unknown>][] = [
        ['search', { query: 'how do we write prices', also: ['VAT', 'plans'], limit: 3 }],
        ['search', { query: 'xylophone zeppelin' }],
        ['fetch', { id: VOICE }],
        ['list_library', {}],
        ['list_library', { kind: 'prompt' }],
        ['library_status', {}],
      ];
      for (const [name, given] of calls) {
        const { content, structuredContent, isError } = await client.call(name, given);
        expect(isError ?? false, name).toBe(false);
        expect(content.map(({ type }) => type)).toEqual(['text']);
        expect(JSON.parse(content[0]?.text ?? ''), name).toEqual(structuredContent);
      }
    });

    test('take what models send for what they do not give, and values in the form that models like', async () => {
      const given = { query: 'prices', also: 'plans', kind: 'Guidelines', tags: null, status: '', limit: '2' };
      const { structuredContent, isError } = await client.call('search', given);
      expect(isError ?? false).toBe(false);
      const { results } = z.object({ results: z.array(z.looseObject({ kind: z.string() })) }).parse(structuredContent);
      expect(results.length).toBe(2);
      expect(results.map(({ kind }) => kind)).toEqual(['guideline', 'guideline']);
      const prompt = await client.call('use_prompt', {
        name: 'launch-email',
        arguments: { campaign: 'x', persona: null },
      });
      expect(prompt.isError ?? false).toBe(false);
    });

    const bad: [tool: string, given: Record<string, unknown>, says: RegExp][] = [
      ['search', {}, /query \(required\)/],
      ['search', { query: 7 }, /query \(required\)/],
      ['search', { query: 'voice', limit: 99 }, /how many results, 1 to 25/],
      [
        'search',
        { query: 'voice', kind: 'poem' },
        /guideline, persona, messaging, learning, workflow, win, prompt, reference/,
      ],
      ['search', { query: 'voice', also: ['1', '2', '3', '4', '5', '6'] }, /up to 5 other phrasings/],
      ['fetch', {}, /id \(required\)/],
      ['fetch', { id: '' }, /id \(required\)/],
      ['fetch', { id: VOICE, max_chars: 10 }, /500 to/],
      ['fetch', { id: 'context/brand/voice-and-tune.md' }, /context\/brand\/voice-and-tone\.md/],
      ['fetch', { id: `${VOICE}#the-five-rules` }, /the-four-rules/],
      ['list_library', { kind: 'poem' }, /guideline, persona/],
      ['list_library', { cursor: 'zzz' }, /cursor/],
      ['use_prompt', {}, /name \(required\)/],
      ['use_prompt', { name: 'launch-emial' }, /launch-email/],
      ['use_prompt', { name: 'launch-email', arguments: 'campaign' }, /a value for each argument, by name/],
      ['use_prompt', { name: 'launch-email' }, /campaign.*required[\s\S]*warm, plain, brisk/],
    ];
    test.each(bad)('%s refuses %j and says what it takes', async (name, given, says) => {
      const { content, isError } = await client.call(name, given);
      expect(isError).toBe(true);
      expect(content[0]?.text).toMatch(says);
    });

    test('that do not exist are refused with the names of those that do', async () => {
      const { code, message } = await failureOf(client.call('find_document', { query: 'voice' }));
      expect(code).toBe(INVALID_PARAMS);
      for (const name of TOOLS) expect(message).toContain(name);
    });
  });

  test('every hit of a search can be read by its id, and its url is the resource', async () => {
    const results = hits.parse(
      (await client.ask('search', { query: 'may we say that customers waste less bread?' }))['results'],
    );
    expect(results.length).toBeGreaterThan(2);
    for (const hit of results) {
      const read = await client.ask('fetch', { id: hit.id });
      expect(read).toMatchObject({ id: hit.id, url: hit.url, metadata: { path: hit.path } });
      expect(await client.read(hit.url)).toContain(String(read['text']).trim().slice(0, 40));
    }
  });

  test('a search says when nothing fits', async () => {
    const { results, notice } = await client.ask('search', { query: 'xylophone zeppelin' });
    expect(results).toEqual([]);
    expect(notice).toMatch(/\w+ \w+/);
  });

  test('the list names every document once, page by page, and how to run each prompt', async () => {
    const page = z.object({
      documents: z.array(z.looseObject({ id: z.string(), prompt: z.unknown().optional() })),
      next_cursor: z.string().optional(),
    });
    const ids: string[] = [];
    let cursor: string | undefined;
    do {
      const { documents, next_cursor } = page.parse(
        await client.ask('list_library', cursor === undefined ? {} : { cursor }),
      );
      ids.push(...documents.map(({ id }) => id));
      cursor = next_cursor;
    } while (cursor !== undefined);
    expect(ids).toEqual([...new Set(ids)].sort());
    const resources = await client.documents();
    expect(ids).toEqual(resources.map(({ name }) => name));
    const { documents } = page.parse(await client.ask('list_library', { kind: 'prompt' }));
    expect(documents.find(({ id }) => id === 'prompts/launch-email.md')?.prompt).toEqual({
      name: 'launch-email',
      arguments: ['campaign*', 'persona', 'tone', 'price_change', 'learning'],
    });
  });
});
