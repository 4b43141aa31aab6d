import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from '../../src/library/parse.ts';
import { CORPORA, NO_CORPORA } from '../corpora.ts';
import { type TemporaryFolder, temporaryFolder } from '../folders.ts';
import { run } from '../processes.ts';
import { argumentsOf, said } from './imported.ts';

const LIBRARIES = resolve(CORPORA, 'prompt-libraries');

const PROMPT_FILE =
  /\.prompt\.md$|\.prompty?$|\.prompt\.ya?ml$|(^|\/)SKILL\.md$|(^|\/)system\.md$|(^|\/)commands\/[^/]+\.md$/;

describe.skipIf(NO_CORPORA !== undefined)(
  `the prompt libraries of others${NO_CORPORA === undefined ? '' : ` (${NO_CORPORA})`}`,
  () => {
    let library: TemporaryFolder;
    let first: Awaited<ReturnType<typeof run>>;
    beforeAll(async () => {
      library = await temporaryFolder({ 'prompts/.keep': '' });
      first = await run(['import', LIBRARIES, '--library', library.path]);
    });
    afterAll(() => library.remove());
    const files = (): string[] => readdirSync(library.at('prompts')).filter((name) => name.endsWith('.md'));

    test('arrive, every prompt of them', () => {
      const wanted = readdirSync(LIBRARIES, { recursive: true, encoding: 'utf8' })
        .map((path) => path.replaceAll('\\', '/'))
        .filter((path) => PROMPT_FILE.test(path));
      expect(wanted.length).toBeGreaterThan(0);
      expect(first.code).toBe(0);
      for (const path of wanted)
        expect(first.stdout).toMatch(new RegExp(`^prompts/.* ← .*/${path.replace(/[.+]/g, '\\$&')}: `, 'm'));
      expect(files()).toHaveLength(wanted.length);
    });

    test('can be run, every one', () => {
      for (const name of files()) {
        const text = readFileSync(library.at(`prompts/${name}`), 'utf8');
        const values = Object.fromEntries(
          argumentsOf(text).map((argument) => [argument.name, argument.options[0] ?? 'VALUE']),
        );
        const messages = said(text, values);
        expect(messages.map((message) => message.text).join('').length).toBeGreaterThan(5);
      }
    });

    test('pass check without an error or a warning', async () => {
      const { code, stdout } = await run(['check', library.path, '--strict']);
      expect([code, stdout]).toEqual([0, '']);
    });

    test('are there once, however often they are imported', async () => {
      const before = files();
      const again = await run(['import', LIBRARIES, '--library', library.path]);
      expect(again.stdout.split('\n').filter((line) => line !== '' && !line.endsWith(': there already'))).toEqual([]);
      expect(files()).toEqual(before);
    });

    test('keep the name of where they come from', () => {
      for (const name of files()) {
        const bytes = readFileSync(library.at(`prompts/${name}`));
        const { document } = parse({ id: `prompts/${name}`, bytes, hash: '', modified: 0 });
        expect(String(document?.fields['source'])).toMatch(/^prompt-libraries\/.* \(.+\)$/);
      }
    });
  },
);
