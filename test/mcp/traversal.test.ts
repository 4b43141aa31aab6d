import { mkdir, symlink } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type TemporaryFolder, temporaryFolder } from '../folders.ts';
import { type Answer, greet, type RawServer, startServer } from '../processes.ts';
import { LIBRARY, spellings } from './spellings.ts';

/** Stands in files that nobody may get, and nowhere else. */
const CANARY = 'canary-7f3a91';
const SECRET = `# Secret\n\n${CANARY} plan for the secret merger.\n`;
const INTERNAL_ERROR = -32603;

/** What lies in the folder above the library, and in places of the library that are not served. */
const FILES = {
  'secret.md': SECRET,
  'outside/secret.md': SECRET,
  'library/context/brand/voice.md': '# Voice\n\nWe sound warm.\n\n## Words\n\nUse them.\n',
  'library/context/personas/ada.md': '---\ntitle: Ada\n---\nReads at night.\n',
  'library/prompts/launch.md': [
    '---',
    'arguments:',
    '  - name: product',
    '    required: true',
    '  - name: reader',
    '    from: persona',
    'context:',
    ...[
      '../secret.md',
      '../../secret.md',
      '/etc/passwd',
      'file:///etc/passwd',
      '..\\..\\secret.md',
      '%2e%2e/secret.md',
    ].map((path) => `  - '${path}'`),
    '---',
    'Write about {{ product }} for {{ reader }}.',
    '{{> ../secret.md }}',
    '{{> ../../secret.md }}',
    '{{> context/../../secret.md }}',
    '{{> /etc/passwd }}',
    '${file:../secret.md} ${env:CANARY}',
    '',
  ].join('\n'),
  'library/context/.hidden/secret.md': SECRET,
  'library/context/node_modules/secret.md': SECRET,
  'library/context/.env': SECRET,
  'library/notes/secret.md': SECRET,
  'library/secret.md': SECRET,
};

const SERVED = ['context/brand/voice.md', 'context/personas/ada.md', 'prompts/launch.md'];
const found = z.looseObject({
  structuredContent: z.looseObject({ results: z.array(z.looseObject({ path: z.string() })) }),
});

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

type Request = [method: string, params: Record<string, unknown>];

/** One spelling in every place where a client can put a text. */
function requestsWith(text: string): Request[] {
  const tool = (name: string, given: Record<string, unknown>): Request => ['tools/call', { name, arguments: given }];
  const prompt = (name: string, given: Record<string, unknown>): Request => ['prompts/get', { name, arguments: given }];
  const complete = (ref: Record<string, string>, name: string, value: string): Request => [
    'completion/complete',
    { ref, argument: { name, value } },
  ];
  const after = Buffer.from(JSON.stringify({ after: text })).toString('base64url');
  return [
    tool('search', { query: text }),
    tool('search', { query: 'warm', also: [text], tags: [text] }),
    tool('search', { query: 'warm', kind: text, status: text, limit: text }),
    tool('fetch', { id: text, max_chars: 60_000 }),
    tool('fetch', { id: `context/brand/voice.md#${text}` }),
    tool('list_library', { tag: text }),
    tool('list_library', { kind: text, cursor: text }),
    tool('list_library', { cursor: after }),
    tool('use_prompt', { name: text, arguments: { product: text } }),
    tool('use_prompt', { name: 'launch', arguments: { product: text } }),
    tool('use_prompt', { name: 'launch', arguments: { product: 'x', reader: text, [text]: text } }),
    tool('library_status', { [text]: text }),
    [`tools/call`, { name: text, arguments: {} }],
    prompt(text, {}),
    prompt('launch', { product: text }),
    prompt('launch', { product: 'x', reader: text, [text]: text }),
    ['prompts/list', { cursor: text }],
    ['resources/list', { cursor: text }],
    ['resources/list', { cursor: after }],
    ['resources/templates/list', { cursor: text }],
    ['resources/read', { uri: text }],
    ['resources/read', { uri: `${LIBRARY}${text}` }],
    ['resources/read', { uri: `${LIBRARY}context/brand/voice.md#${text}` }],
    ['resources/subscribe', { uri: text }],
    ['resources/unsubscribe', { uri: text }],
    complete({ type: 'ref/prompt', name: text }, 'reader', ''),
    complete({ type: 'ref/prompt', name: 'launch' }, text, ''),
    complete({ type: 'ref/prompt', name: 'launch' }, 'reader', text),
    complete({ type: 'ref/resource', uri: text }, 'path', 'secret'),
    complete({ type: 'ref/resource', uri: `${LIBRARY}{+path}` }, 'path', text),
    complete({ type: 'ref/resource', uri: `${LIBRARY}{+path}` }, text, 'secret'),
  ];
}

const ENVELOPE = {
  'io.modelcontextprotocol/protocolVersion': '2026-07-28',
  'io.modelcontextprotocol/clientInfo': { name: 'raw', version: '1' },
  'io.modelcontextprotocol/clientCapabilities': {},
};

describe.each(['2025', '2026'])('nothing outside what is served can be had, whatever a client of %s asks', (era) => {
  let above: TemporaryFolder;
  let server: RawServer;
  const ask = (method: string, params: Record<string, unknown>): Promise<Answer> =>
    server.ask(method, era === '2026' ? { ...params, _meta: ENVELOPE } : params);

  beforeAll(async () => {
    above = await temporaryFolder(FILES);
    await mkdir(above.at('library/context'), { recursive: true });
    if (process.platform !== 'win32') {
      await symlink(above.at('secret.md'), above.at('library/context/link.md'));
      await symlink(above.at('outside'), above.at('library/context/folder-link'));
      await symlink('../..', above.at('library/context/up'));
    }
    server = startServer(['serve', above.at('library')], { env: { CANARY } });
    if (era === '2025') await greet(server);
  });
  afterAll(async () => {
    server.hangUp();
    await server.ended;
    await above.remove();
  });

  test('by any of more than 200 spellings on any argument', async () => {
    const all = spellings(above.path);
    expect(all.length).toBeGreaterThan(200);
    for (const text of all) {
      const requests = requestsWith(text);
      const answers = await Promise.all(requests.map(([method, params]) => ask(method, params)));
      for (const [place, answer] of answers.entries()) {
        const said = JSON.stringify(answer);
        const where = `${JSON.stringify(requests[place]).slice(0, 300)} → ${said.slice(0, 600)}`;
        if (said.includes(CANARY) || said.includes('root:x:0')) expect.fail(`gave away: ${where}`);
        if (!decoded(text).includes(above.path) && said.includes(above.path)) expect.fail(`named our folder: ${where}`);
        if (/\n {4}at |file:\/\/\/.*\.js:\d/.test(said.replaceAll('\\n', '\n').replaceAll(text, '')))
          expect.fail(`showed a stack: ${where}`);
        if (answer.error?.code === INTERNAL_ERROR) expect.fail(`broke: ${where}`);
        expect(answer.result ?? answer.error).toBeDefined();
      }
    }
  });

  test('by searching for its words', async () => {
    for (const query of [CANARY, 'secret merger plan', 'root bin daemon nologin']) {
      const { result } = await ask('tools/call', { name: 'search', arguments: { query, also: ['merger'], limit: 25 } });
      const { results } = found.parse(result).structuredContent;
      expect(SERVED).toEqual(expect.arrayContaining(results.map(({ path }) => path)));
      expect(JSON.stringify(results)).not.toContain(CANARY);
    }
  });

  test('by what a file of the library points to', async () => {
    const { result } = await ask('prompts/get', { name: 'launch', arguments: { product: 'tea', reader: 'Ada' } });
    const said = JSON.stringify(result);
    expect(said).toContain('Write about tea for Ada.');
    expect(said).not.toContain(CANARY);
    expect(said).not.toContain('root:x:0');
    expect(said).toContain('the library does not have it');
  });

  test('and it serves as before, without a word about a fault', async () => {
    const { result } = await ask('tools/call', { name: 'search', arguments: { query: 'how do we sound' } });
    expect(result).toMatchObject({ structuredContent: { results: [{ path: 'context/brand/voice.md' }] } });
    expect(server.stderr()).not.toMatch(/\n {4}at /);
    const { result: listed } = await ask('resources/list', {});
    expect(JSON.stringify(listed)).not.toMatch(/secret|link|\.env|notes/);
  });
});

describe('a library can ask for', () => {
  test.each([['include: [".."]'], ['include: ["../outside", "/etc"]'], ['include: ["context/../../outside"]']])(
    'no folder above it (%s)',
    async (settings) => {
      const above = await temporaryFolder({ ...FILES, 'library/team-context.yaml': `${settings}\n` });
      const server = startServer(['serve', above.at('library')]);
      await greet(server);
      const { result } = await server.ask('tools/call', { name: 'search', arguments: { query: CANARY, limit: 25 } });
      const { result: listed } = await server.ask('resources/list', {});
      server.hangUp();
      await server.ended;
      await above.remove();
      expect(JSON.stringify(listed)).not.toMatch(/outside|\.\./);
      const paths = JSON.stringify(result);
      expect(paths).not.toContain('outside');
    },
  );
});
