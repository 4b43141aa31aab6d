import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Connection, connect } from '../clients.ts';
import { CORPORA, filesBelow, isDocumentName, NO_CORPORA } from '../corpora.ts';
import { found, look, type Seen } from './look.ts';

if (NO_CORPORA !== undefined) process.stderr.write(`${NO_CORPORA}\n`);

describe.skipIf(NO_CORPORA !== undefined)('the oddities that other people have made:', () => {
  /** The files of a collection that hold this, by their bytes as Latin-1. */
  const holding = (collection: string, pattern: RegExp): string[] =>
    filesBelow(join(CORPORA, collection)).filter(
      (path) => isDocumentName(path) && pattern.test(readFileSync(join(CORPORA, collection, path), 'latin1')),
    );

  async function through(
    collection: string,
    work: (client: Connection, see: (path: string) => Promise<Seen>) => Promise<void>,
  ): Promise<void> {
    const client = await connect('SDK v1', join(CORPORA, collection));
    try {
      await client.resources();
      await work(client, await look(client, join(CORPORA, collection)));
    } finally {
      await client.close();
    }
  }

  test('byte order marks, returns of all sorts, NUL, doubled fields, rules for front matter, templates', () =>
    through('odd-files', async (client, see) => {
      const marked = holding('odd-files', /^\xEF\xBB\xBF/);
      expect(marked).toHaveLength(4);
      for (const path of marked) expect((await see(path)).text).not.toMatch(/^\uFEFF/);

      const [returns = ''] = holding('odd-files', /\r\r\n/);
      expect((await see(returns)).said).toEqual([]);
      expect((await see(returns)).text).toContain('\r\r\n');

      const nul = holding('odd-files', /\0/);
      expect(nul).toHaveLength(2);
      for (const path of nul) {
        const { text, said } = await see(path);
        expect(text).toContain('\uFFFD');
        expect(said.join('\n')).toMatch(/warning The file holds a NUL character/);
      }

      const doubled = await see('18f-brand/pages/test-page.md');
      expect(doubled.title).toBe('Color palette');
      expect(doubled.said.join('\n')).toMatch(/^5:1 error The field "permalink" stands here a second time/m);

      const rules = holding('odd-files', /^---\n\n## Preamble/);
      expect(rules).toHaveLength(3);
      for (const path of rules) {
        const { text, body, said } = await see(path);
        expect(body.length).toBeGreaterThan(Math.min(text.length, 60_000) / 2);
        expect(said.join('\n')).toMatch(/warning The lines between/);
      }

      const templates = holding('odd-files', /^---\n[\s\S]*: \{\{date\}\}/);
      expect(templates.length).toBeGreaterThan(10);
      for (const path of templates) expect((await see(path)).text).toContain('{{date}}');

      const spaced = filesBelow(join(CORPORA, 'odd-files')).filter(
        (path) => isDocumentName(path) && path.includes(' '),
      );
      expect(spaced.length).toBeGreaterThan(50);
      for (const path of spaced) expect((await see(path)).title).not.toBe('');
      expect(client.stderr()).not.toMatch(/\n {4}at /);
    }));

  test('names of emoji, in a folder that is hidden in its collection and open as a library', async () => {
    const folder = 'odd-files/dotprompt/.github/ISSUE_TEMPLATE';
    expect(existsSync(join(CORPORA, folder))).toBe(true);
    await through(folder, async (client, see) => {
      const names = (await client.documents()).map(({ name }) => name);
      expect(names.filter((name) => /^\p{Extended_Pictographic}/u.test(name))).toHaveLength(6);
      for (const name of names) expect((await see(name)).body.length, name).toBeGreaterThan(0);
    });
    await through('odd-files', async (client) => {
      expect((await client.resources()).some(({ name }) => name.includes('.github'))).toBe(false);
    });
  });

  test('empty files, 59 files of one name, fences that are never closed, front matter that is broken', () =>
    through('prompt-libraries', async (client, see) => {
      const empty = holding('prompt-libraries', /^\s*$/);
      expect(empty).toHaveLength(13);
      for (const path of empty) expect((await see(path)).text.trim()).toBe('');

      const systems = (await client.resources()).filter(({ name }) => basename(name) === 'system.md');
      expect(systems).toHaveLength(59);
      expect(new Set(systems.map(({ uri }) => uri)).size).toBe(59);

      const open = 'awesome-copilot/prompts/convert-plaintext-to-md.prompt.md';
      expect((await see(open)).text).toBe(readFileSync(join(CORPORA, 'prompt-libraries', open), 'utf8'));

      const broken = 'awesome-copilot/instructions/cpp-language-service-tools.instructions.md';
      const { body, said } = await see(broken);
      expect(body.length).toBeGreaterThan(1_000);
      expect(said.join('\n')).toMatch(/^\d+:\d+ error The value of "\w+" begins with/m);
    }));

  test('text from right to left, and ten other languages', () =>
    through('multilingual', async (client, see) => {
      const arabic = (await client.resources()).find(({ name }) => name.endsWith('README.ar.md'));
      const { text, said } = await see(arabic?.name ?? '');
      expect(text).toMatch(/[\u0600-\u06FF]{4}/);
      expect(said).toEqual([]);
      expect(await found(client, 'التسويق')).toContain(arabic?.name);
      for (const [query, suffix] of [
        ['маркетинг', 'README.ru.md'],
        ['营销', 'README.zh.md'],
        ['마케팅', 'README.ko.md'],
      ] as const) {
        expect(
          (await found(client, query)).some((path) => path.endsWith(suffix)),
          `${query} in ${suffix}`,
        ).toBe(true);
      }
    }));

  test('stubs that only say where a page has gone', () =>
    through('18f-content-guide', async (client, see) => {
      const stubs = holding('18f-content-guide', /^---\n(?:[\s\S]*\n)?redirect: [\s\S]*\n---\s*$/);
      expect(stubs.length).toBeGreaterThan(20);
      for (const path of stubs) {
        const { title, body, said } = await see(path);
        expect([body.trim(), said]).toEqual(['', []]);
        expect(title).not.toBe('');
      }
      const first = (await found(client, 'active voice'))[0] ?? '';
      expect(stubs).not.toContain(first);
    }));
});
