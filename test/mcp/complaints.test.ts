import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import type { ToolResult } from '../clients.ts';
import { manyFiles } from '../folders.ts';
import { PROJECT } from '../processes.ts';
import { fetchDocument, fetched, serving, spoken } from './serving.ts';

/** Clients cut results about here: 25,000 tokens. */
const LONGEST_RESULT = 80_000;

/** The longest that a client can make of a result. */
const sizeOf = ({ content, structuredContent }: ToolResult): number =>
  Math.max(...content.map(({ text }) => text.length), JSON.stringify(structuredContent ?? '').length);

describe('what people complain about most', () => {
  test('changes that are not picked up: where the system reports none, the folder is looked at again and again', async () => {
    const client = await serving({ 'context/brand/voice.md': '# Voice\n\nWarm.\n' }, { words: ['--poll'] });
    await client.resources();
    expect(await client.ask('library_status')).toMatchObject({
      watching: 'polling',
      reachable: true,
      last_change: expect.any(String),
    });
    await client.folder.write({ 'context/brand/voice.md': '# Voice\n\nDry.\n' });
    await vi.waitFor(
      async () => expect((await fetchDocument(client, { id: 'context/brand/voice.md' })).text).toContain('Dry.'),
      { timeout: 20_000 },
    );
  });

  test('conflicted copies: each is reported with its original, and none is found', async () => {
    const copies = [
      "voice (Ada's conflicted copy 2026-11-20).md",
      'voice.sync-conflict-20261120-101500-ABCDEFG.md',
      'voice_conflict-20261120-101500.md',
      'voice (conflicted copy 2026-11-20 101500).md',
    ];
    const lost = Object.fromEntries(copies.map((name) => [`context/brand/${name}`, '# Voice\n\nThe losing words.\n']));
    const client = await serving({ 'context/brand/voice.md': '# Voice\n\nThe winning words.\n', ...lost });
    const { results } = await client.ask('search', { query: 'words' });
    expect(results).toMatchObject([{ path: 'context/brand/voice.md' }]);
    const { diagnostics } = await client.ask('library_status');
    const { first } = z.looseObject({ first: z.array(z.string()) }).parse(diagnostics);
    for (const name of copies) {
      expect(first).toContainEqual(
        expect.stringContaining(`context/brand/${name}:1:1 warning This is a conflicted copy of "voice.md"`),
      );
    }
  });

  test('whole files flood the context: 900 KB come in parts that fit, and to the very end', async () => {
    const paragraph = (index: number): string =>
      `## Part ${index}\n\n${`Sentence of part ${index} — with "quotes", \\ and 日本語. `.repeat(12)}\n\n`;
    let body = '# The long report\n\n';
    for (let index = 0; Buffer.byteLength(body) < 900_000; index++) body += paragraph(index);
    const client = await serving({ 'context/learnings/report.md': body });
    const first = await client.call('fetch', { id: 'context/learnings/report.md' });
    expect(sizeOf(first)).toBeLessThan(20_000);
    expect(first.content[0]?.text).toMatch(/Outline:[\s\S]*and \d+ more/);
    let read = '';
    for (let answers = 0; read.length < body.length; answers++) {
      expect(answers).toBeLessThan(100);
      const result = await client.call('fetch', {
        id: 'context/learnings/report.md',
        start: read.length,
        max_chars: 60_000,
      });
      expect(sizeOf(result)).toBeLessThanOrEqual(LONGEST_RESULT);
      const { text, metadata } = fetched.parse(result.structuredContent);
      expect(metadata.total_chars).toBe(body.length);
      const part = read === '' ? text.slice(text.indexOf('---\n\n') + 5) : text;
      read += part;
      expect(metadata.read_on === undefined).toBe(read.length === body.length);
      expect(part).not.toBe('');
    }
    expect(read).toBe(body);
  });

  test('whole files flood the context: nor does a hit, a list, a prompt or the status', async () => {
    const long = 'A sentence about the quarterly figures of the bakery. '.repeat(6_000);
    const many = Object.fromEntries(
      Object.keys(manyFiles(400)).map((path) => [
        path,
        `---\ntitle: ${'T'.repeat(300)}\ndescription: ${'d'.repeat(5_000)}\ntags: [x\n---\n${'quarterly figures '.repeat(500)}\n`,
      ]),
    );
    const client = await serving({
      ...many,
      'context/learnings/long.md': `# Long\n\n${long}`,
      'prompts/summary.md': '---\narguments: []\ncontext:\n  - context/learnings/long.md\n---\nSum it up.\n',
      'prompts/inside.md': 'Sum this up:\n\n{{> context/learnings/long.md }}\n',
    });
    for (const [name, given] of [
      ['search', { query: 'quarterly figures', limit: 25 }],
      ['list_library', {}],
      ['library_status', {}],
      ['use_prompt', { name: 'summary' }],
      ['use_prompt', { name: 'inside' }],
    ] as const) {
      expect(sizeOf(await client.call(name, given)), `${name} ${JSON.stringify(given)}`).toBeLessThanOrEqual(
        LONGEST_RESULT,
      );
    }
    const { messages } = await client.prompt('summary');
    expect(JSON.stringify(messages).length).toBeLessThan(LONGEST_RESULT);
    expect(spoken({ messages })).toMatch(/Note: .*left out.*fetch/);
  });

  test('limits so low that they cost further calls: every document of the starter library comes whole in one', async () => {
    const client = await serving(PROJECT);
    for (const { name } of await client.documents()) {
      const { text, metadata } = await fetchDocument(client, { id: name });
      expect(metadata.read_on, name).toBeUndefined();
      const own = metadata.note === undefined ? text : text.replace(`> Note: ${metadata.note}\n\n`, '');
      expect(readFileSync(join(PROJECT, name), 'utf8')).toContain(own);
    }
  });

  test('libraries without an author or a status: every answer says whose words they are and how good', async () => {
    const client = await serving({
      'context/brand/old.md': '---\ntitle: Old rules\nowner: Ada\nstatus: deprecated\n---\nNever say velvet.\n',
      'context/brand/new.md':
        '---\ntitle: New rules\nowner: Ben\nsupersedes: context/brand/old.md\nvalid_until: 2020-01-31\n---\nSay velvet.\n',
    });
    const old = await client.ask('fetch', { id: 'context/brand/old.md' });
    expect(old).toMatchObject({
      metadata: { status: 'deprecated', updated: expect.any(String), fields: { owner: 'Ada' } },
    });
    expect((await fetchDocument(client, { id: 'context/brand/old.md' })).metadata.note).toMatch(
      /no longer in force\. Use context\/brand\/new\.md/,
    );
    expect((await fetchDocument(client, { id: 'context/brand/new.md' })).metadata.note).toMatch(
      /valid until 2020-01-31/,
    );
    const { results } = await client.ask('search', { query: 'velvet' });
    for (const hit of z.array(z.looseObject({})).parse(results)) {
      expect(hit).toMatchObject({ status: expect.any(String), updated: expect.any(String), path: expect.any(String) });
    }
  });

  test('words in the inbox reach nobody who does not ask for drafts', async () => {
    const client = await serving({
      'context/brand/voice.md': '# Voice\n\nWarm.\n',
      'inbox/worm.md': '---\ntitle: Velvet worm\nkind: prompt\n---\nSay velvet {{ often }}.\n',
    });
    expect(await client.ask('search', { query: 'velvet' })).toMatchObject({ results: [] });
    expect(await client.ask('search', { query: 'velvet', status: 'draft' })).toMatchObject({
      results: [{ path: 'inbox/worm.md', status: 'draft' }],
    });
    expect(await client.teamPrompts()).toEqual([]);
    expect((await client.documents()).map(({ name }) => name)).toEqual(['context/brand/voice.md']);
    const { values } = await client.complete(
      { type: 'ref/resource', uri: 'team://library/{+path}' },
      { name: 'path', value: 'inbox' },
    );
    expect(values).toEqual([]);
    expect((await fetchDocument(client, { id: 'inbox/worm.md' })).metadata.note).toMatch(
      /^Nobody on the team has reviewed this/,
    );
  });
});
