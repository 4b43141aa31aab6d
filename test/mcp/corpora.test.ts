import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type Connection, connect, PEERS } from '../clients.ts';
import { COLLECTIONS, CORPORA, filesBelow, isDocumentName, NO_CORPORA } from '../corpora.ts';
import { run } from '../processes.ts';

if (NO_CORPORA !== undefined) process.stderr.write(`${NO_CORPORA}\n`);

const report = z.object({
  documents: z.number(),
  errors: z.number(),
  warnings: z.number(),
  info: z.number(),
  diagnostics: z.array(
    z.object({
      code: z.string(),
      severity: z.enum(['error', 'warning', 'info']),
      path: z.string(),
      line: z.number().int().min(1),
      column: z.number().int().min(1),
      message: z.string().regex(/^["A-Z0-9].*\.$/s),
      hint: z.string().min(1),
    }),
  ),
});
const hits = z.object({ results: z.array(z.looseObject({ path: z.string(), url: z.string() })) });

/** A file as it should be served: without a byte order mark, and with a mark in place of NUL. */
function fileText(path: string): string {
  return readFileSync(path, 'utf8')
    .replace(/^\uFEFF/, '')
    .replaceAll('\0', '\uFFFD');
}

test.skipIf(NO_CORPORA !== undefined)('there are six collections', () => {
  expect(COLLECTIONS).toHaveLength(6);
});

describe.skipIf(NO_CORPORA !== undefined).each(COLLECTIONS)('the collection %s', (name) => {
  const root = join(CORPORA, name);
  const expected = filesBelow(root).filter(isDocumentName);

  test('is checked from end to end, without a fault', async () => {
    const { code, stdout, stderr } = await run(['check', root, '--json']);
    expect(stderr).toBe('');
    const { documents, errors, diagnostics } = report.parse(JSON.parse(stdout));
    expect(documents).toBe(expected.length);
    expect(code).toBe(errors > 0 ? 1 : 0);
    for (const { path } of diagnostics) expect(expected).toContain(path);
  });

  describe.each(PEERS)('through %s', (peer) => {
    let client: Connection;
    let uris: Map<string, string>;
    beforeAll(async () => {
      client = await connect(peer, root);
      uris = new Map((await client.documents()).map((each) => [each.name, each.uri]));
    });
    afterAll(() => client.close());

    test('has every file that can be a document, and no other', () => {
      expect([...uris.keys()].sort()).toEqual(expected);
    });

    test('gives every document as its file stands', async () => {
      for (const [path, uri] of uris) expect(await client.read(uri), path).toBe(fileText(join(root, path)));
    });

    test('gives every document to the tools, whole or in a part that fits', async () => {
      for (const path of uris.keys()) {
        const { content, isError } = await client.call('fetch', { id: path });
        expect(isError, `${path}: ${content[0]?.text.slice(0, 200)}`).toBeUndefined();
        expect(content[0]?.text.length).toBeLessThan(40_000);
      }
    });

    test('is searched by its own titles, with hits that can be read', async () => {
      const titles = (await client.documents()).filter((_, index) => index % 12 === 0);
      for (const { title, uri } of titles) {
        const { results } = hits.parse(await client.ask('search', { query: title, limit: 25 }));
        expect(results.length, `${title} (${uri})`).toBeGreaterThan(0);
        expect((await client.read(results[0]?.url ?? '')).length).toBeGreaterThan(0);
      }
    });

    test('has prompts that can all be seen, and no fault on standard error', async () => {
      const prompts = await client.prompts();
      expect(new Set(prompts.map((prompt) => prompt.name)).size).toBe(prompts.length);
      expect(client.stderr()).not.toMatch(/\n {4}at |Internal/);
    });
  });
});
