import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Connection, connect } from '../clients.ts';
import { type TemporaryFolder, temporaryFolder } from '../folders.ts';
import { run } from '../processes.ts';
import { fetchDocument, spoken } from './serving.ts';

const GONE = 'This is no longer in force.';
const INSTEAD = `${GONE} Use context/messaging/new.md instead.`;
const OVER = 'This was valid until 2020-01-31.';

/** Documents that are not in force, with what is said of each. */
const NOTES = {
  'context/messaging/deprecated.md': GONE,
  'context/messaging/replaced.md': INSTEAD,
  'context/messaging/expired.md': OVER,
  'context/messaging/draft.md': 'This is a draft.',
} as const;
const CASES = Object.entries(NOTES);

const text = (title: string, ...lines: string[]): string =>
  `---\ntitle: ${title} claims\n${lines.map((line) => `${line}\n`).join('')}---\n# ${title} claims\n\nVelvet is soft. ${title}!\n`;
const FILES = {
  'context/messaging/deprecated.md': text('Deprecated', 'status: deprecated'),
  'context/messaging/replaced.md': text('Replaced'),
  'context/messaging/expired.md': text('Expired', 'valid_until: 2020-01-31', 'owner: Ada'),
  'context/messaging/draft.md': text('Draft', 'status: draft'),
  'context/messaging/new.md': text('New', 'supersedes: context/messaging/replaced.md'),
  'prompts/all.md': `---\ncontext: [${Object.keys(NOTES).join(', ')}]\n---\nWrite.\n`,
  'prompts/expired.md': '---\ntitle: Expired prompt\nvalid_until: 2020-01-31\n---\nWrite.\n',
};

describe('a document that is not in force is marked', () => {
  let folder: TemporaryFolder;
  let client: Connection;
  beforeAll(async () => {
    folder = await temporaryFolder(FILES);
    client = await connect('SDK v1', folder.path);
  });
  afterAll(async () => {
    await client.close();
    await folder.remove();
  });

  test.each(CASES)('by search: %s', async (id, note) => {
    const { results } = await client.ask('search', { query: 'velvet claims', limit: 25 });
    expect(results).toContainEqual(expect.objectContaining({ path: id, note }));
    expect(results).not.toContainEqual(
      expect.objectContaining({ path: 'context/messaging/new.md', note: expect.anything() }),
    );
  });

  test('by search, which puts them all behind what is', async () => {
    const { results } = await client.ask('search', { query: 'velvet claims', limit: 1 });
    expect(results).toMatchObject([{ path: 'context/messaging/new.md' }]);
  });

  test.each(CASES)('by list_library: %s', async (id, note) => {
    const { documents } = await client.ask('list_library', { kind: 'messaging' });
    expect(documents).toContainEqual(expect.objectContaining({ id, note }));
  });

  test.each(CASES)('by fetch, in the text too, and in every part of it: %s', async (id, note) => {
    for (const given of [{ id }, { id, start: 5 }, { id: `${id}#${anchorOf(id)}` }]) {
      const fetched = await fetchDocument(client, given);
      expect(fetched.metadata.note).toBe(note);
      expect(fetched.text.startsWith(`> Note: ${note}\n\n`)).toBe(true);
    }
  });

  test.each(CASES)('by the list of resources and what is read of it: %s', async (id, note) => {
    const listed = (await client.resources()).find(({ name }) => name === id);
    expect(listed?.title).toMatch(id.includes('draft') ? / claims \(draft\)$/ : / claims \(no longer in force\)$/);
    const file = Object.entries(FILES).find(([path]) => path === id)?.[1];
    expect(await client.read(listed?.uri ?? '')).toBe(`> Note: ${note}\n\n${file}`);
    expect(await client.read('team://library/context/messaging/new.md')).toBe(FILES['context/messaging/new.md']);
  });

  test.each(CASES)('by a prompt that brings it along: %s', async (id, note) => {
    const { messages } = await client.prompt('all');
    const resources = messages.flatMap(({ content }) => (content.type === 'resource' ? [content.resource] : []));
    expect(resources.find(({ uri }) => uri.endsWith(id))?.text).toMatch(
      new RegExp(`^> Note: ${note.replaceAll('.', '\\.')}\n\n`),
    );
    expect(spoken({ messages })).toContain(`claims" comes along. ${note}`);
    const { content } = await client.call('use_prompt', { name: 'all' });
    expect(content[0]?.text).toContain(`<document id="${id}">\n> Note: ${note}\n\n`);
  });

  test('by the list of prompts', async () => {
    expect((await client.prompts()).find(({ name }) => name === 'expired')?.title).toBe(
      'Expired prompt (no longer in force)',
    );
  });

  test('by the search of the terminal', async () => {
    const words = ['search', 'velvet claims', '--library', folder.path, '--limit', '25'];
    const { stdout } = await run(words);
    for (const [id, note] of CASES) expect(stdout).toContain(`  ${id}#${anchorOf(id)}\n  Note: ${note}\n`);
    const { results } = JSON.parse((await run([...words, '--json'])).stdout);
    for (const [path, note] of CASES) expect(results).toContainEqual(expect.objectContaining({ path, note }));
  });

  test('by the status, which says what editors should do', async () => {
    const status = await client.ask('library_status');
    expect(status).toMatchObject({ diagnostics: { warnings: 2 } });
    const said = 'context/messaging/expired.md:3:14 warning This was valid until 2020-01-31; its owner is Ada.';
    expect(JSON.stringify(status)).toContain(said);
    expect(await client.read('team://status')).toContain(said);
  });
});

/** The anchor of the only section of a document. */
function anchorOf(id: string): string {
  return `${id.slice(id.lastIndexOf('/') + 1, -'.md'.length)}-claims`;
}
