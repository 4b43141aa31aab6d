import { basename } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Connection, connect } from '../clients.ts';
import { manyFiles, type TemporaryFolder, temporaryFolder } from '../folders.ts';
import { run } from '../processes.ts';
import { found, look, report, type Seen } from './look.ts';

/** Every oddity, as a small file of our own. */
const OURS: Record<string, string | Uint8Array> = {
  'notes/bom.md': '\uFEFF---\ntitle: With a mark\n---\nAfter the mark.\n',
  'notes/crlf.md':
    '---\r\ntitle: From Windows\r\ntags: [tidy]\r\n---\r\n# First\r\n\r\nOne.\r\n\r\n## Second\r\n\r\nTwo.\r\n',
  'notes/cr.md': '---\rtitle: From an old Mac\r---\r# First\r\rOne.\r\r## Second\r\rTwo.\r',
  'notes/mixed.md': '# Mixed\n\r\r\n## Second\r\n\r\nTwo.\n',
  'notes/nul.md': '# Holiday\n\nTake\0 all of it.\n',
  'notes/broken.md': '---\ntitle: "Never closed\nowner: Ada\n---\n# What it says\n\nThe turquoise body.\n',
  'notes/colon.md': '---\ntitle: Launch: the second try\n---\nAbout colons.\n',
  'notes/doubled.md': '---\npermalink: /first/\ntitle: Twice\npermalink: /second/\n---\nText.\n',
  'notes/unclosed.md': '---\ntitle: Never ends\n\nAll of this is text about chartreuse.\n',
  'notes/rules.md': '---\n\n## Preamble\n\nRun this **first**.\n\n---\n\nThe rest.\n',
  'notes/template.md': '---\ncreated: {{date}}\ntags:\n  - to-read\n---\n# {{title}}\n\nFor {{ FirstName }}.\n',
  'notes/fence.md': '# Example\n\n```md\n# Not a heading\n\nStill code.\n',
  'notes/empty.md': '',
  'notes/blank.md': '  \n\n',
  'notes/stub.md': '---\ntitle: Numbers and percentages\nlayout: redirect\nredirect: /our-style/numbers/\n---',
  'notes/arabic.md': '# دليل التسويق\n\nنحن نكتب بوضوح وهدوء.\n',
  'notes/hebrew.md': '# מדריך\n\nאנחנו כותבים בפשטות.\n',
  'notes/hidden.md': '# Hidden\n\nPay\u200bload and \u202eback\u202c.\n',
  '📝 notes/🐞 bug & report #1 (100%).md': '# A beetle\n\nAmpersands and vermilion emoji.\n',
  '{{title}}/{{date}} a?b=c;d.md': '# Braces\n\nBraces in a name.\n',
  'Über uns/Größe.md': '# Größe\n\nUmlaute.\n',
  'notes/SHOUT.MD': '# Shout\n\nAn extension in capitals.\n',
  'notes/plain.txt': 'Plain text without a heading about ochre.\n',
  ...Object.fromEntries(
    Array.from({ length: 59 }, (_, index) => [
      `patterns/pattern-${index}/system.md`,
      `# IDENTITY\n\nYou are expert number ${index}.\n`,
    ]),
  ),
};

describe('a file is served as somebody would want it who', () => {
  let folder: TemporaryFolder;
  let client: Connection;
  let see: (path: string) => Promise<Seen>;
  beforeAll(async () => {
    folder = await temporaryFolder(OURS);
    client = await connect('SDK v1', folder.path);
    see = await look(client, folder.path);
  });
  afterAll(async () => {
    await client.close();
    await folder.remove();
  });

  test('has every kind of them listed once', async () => {
    expect((await client.documents()).map(({ name }) => name)).toEqual(
      Object.keys(OURS)
        .map((path) => path.normalize('NFC'))
        .sort(),
    );
  });

  test('saved it with a byte order mark: the mark is dropped, the front matter is read', async () => {
    expect(await see('notes/bom.md')).toEqual({
      title: 'With a mark',
      text: '---\ntitle: With a mark\n---\nAfter the mark.\n',
      body: 'After the mark.\n',
      said: [],
    });
  });

  test('saved it on Windows: the lines stay as they are, and no value ends in a return', async () => {
    const { title, text, said } = await see('notes/crlf.md');
    expect([title, text, said]).toEqual(['From Windows', OURS['notes/crlf.md'], []]);
    expect(await client.read('team://library/notes/crlf.md#second')).toBe('## Second\r\n\r\nTwo.');
    expect(await client.ask('fetch', { id: 'notes/crlf.md' })).toMatchObject({
      metadata: { fields: { title: 'From Windows', tags: ['tidy'] } },
    });
  });

  test('saved it on an old Mac: a lone return ends a line', async () => {
    const { title, text, said } = await see('notes/cr.md');
    expect([title, text, said]).toEqual(['From an old Mac', OURS['notes/cr.md'], []]);
    expect(await client.read('team://library/notes/cr.md#second')).toBe('## Second\r\rTwo.');
  });

  test('mixed the ends of lines', async () => {
    expect((await see('notes/mixed.md')).text).toBe(OURS['notes/mixed.md']);
    expect(await client.read('team://library/notes/mixed.md#second')).toBe('## Second\r\n\r\nTwo.');
  });

  test('has a NUL character in it: a mark stands in its place, and its place is told', async () => {
    const { text, said } = await see('notes/nul.md');
    expect(text).toBe('# Holiday\n\nTake\uFFFD all of it.\n');
    expect(said).toEqual([expect.stringMatching(/^3:5 warning The file holds a NUL character here/)]);
    expect(await found(client, 'take all of the holiday')).toContain('notes/nul.md');
  });

  test('mistyped the front matter: the text is served and found, and the place is told', async () => {
    const { title, body, said } = await see('notes/broken.md');
    expect(title).toBe('What it says');
    expect(body).toContain('The turquoise body.');
    expect(said).toEqual([expect.stringMatching(/^2:\d+ error /)]);
    expect(await found(client, 'turquoise')).toEqual(['notes/broken.md']);
    const colon = await see('notes/colon.md');
    expect(colon.body).toBe('About colons.\n');
    expect(colon.said).toEqual([expect.stringMatching(/^2:\d+ error .*second colon/)]);
  });

  test('wrote a field twice: the first one counts, and the second is told', async () => {
    expect(await client.ask('fetch', { id: 'notes/doubled.md' })).toMatchObject({
      title: 'Twice',
      metadata: { fields: { permalink: '/first/' } },
    });
    expect((await see('notes/doubled.md')).said).toEqual([
      expect.stringMatching(/^4:1 error The field "permalink" stands here a second time/),
    ]);
  });

  test('forgot to close the front matter: all of it is text', async () => {
    const { body, said } = await see('notes/unclosed.md');
    expect(body).toContain('All of this is text about chartreuse.');
    expect(said).toEqual([expect.stringMatching(/error /)]);
    expect(await found(client, 'chartreuse')).toEqual(['notes/unclosed.md']);
  });

  test('begins with a rule and means no front matter: nothing of it is lost', async () => {
    const { body, said } = await see('notes/rules.md');
    expect(body).toContain('Run this **first**.');
    expect(body).toContain('The rest.');
    expect(said).toEqual([expect.stringMatching(/warning The lines between the two "---" lines/)]);
  });

  test('keeps templates of another program: their braces stay', async () => {
    const { text, body } = await see('notes/template.md');
    expect(text).toBe(OURS['notes/template.md']);
    expect(body).toContain('For {{ FirstName }}.');
  });

  test('never closed a code fence: what looks like a heading in it is none', async () => {
    const { title, body, said } = await see('notes/fence.md');
    expect([title, body, said]).toEqual(['Example', OURS['notes/fence.md'], []]);
    expect((await client.call('fetch', { id: 'notes/fence.md#not-a-heading' })).isError).toBe(true);
  });

  test('left it empty: it is listed under its name, and told', async () => {
    for (const [path, title] of [
      ['notes/empty.md', 'Empty'],
      ['notes/blank.md', 'Blank'],
    ] as const) {
      expect(await see(path)).toMatchObject({
        title,
        text: OURS[path],
        said: [expect.stringMatching(/^1:1 warning The file is empty\./)],
      });
    }
  });

  test('keeps a stub with nothing but front matter: its title is found', async () => {
    expect(await see('notes/stub.md')).toMatchObject({ title: 'Numbers and percentages', body: '', said: [] });
    expect(await found(client, 'numbers and percentages')).toContain('notes/stub.md');
  });

  test('writes from right to left: it is read and found, and nothing is wrong with it', async () => {
    for (const [path, query] of [
      ['notes/arabic.md', 'التسويق'],
      ['notes/hebrew.md', 'כותבים'],
    ] as const) {
      expect(await see(path)).toMatchObject({ text: OURS[path], said: [] });
      expect(await found(client, query)).toEqual([path]);
    }
  });

  test('has characters in it that nobody sees: they are told', async () => {
    const { said } = await see('notes/hidden.md');
    expect(said.join('\n')).toMatch(/warning .*U\+200B/);
    expect(said.join('\n')).toMatch(/warning .*U\+202E/);
  });

  test('gave it a name with emoji, spaces, &, #, %, ?, braces or accents: its URI and its id both work', async () => {
    for (const path of Object.keys(OURS).filter((each) => /[^\w./-]/.test(each))) {
      const { text } = await see(path);
      expect(text, path).toBe(OURS[path]);
    }
    expect(await found(client, 'vermilion emoji')).toEqual(['📝 notes/🐞 bug & report #1 (100%).md']);
    expect((await client.resources()).map(({ uri }) => uri)).toContain(
      'team://library/%7B%7Btitle%7D%7D/%7B%7Bdate%7D%7D%20a%3Fb%3Dc%3Bd.md',
    );
  });

  test('calls 59 files system.md: each is its own, and the hits tell them apart', async () => {
    expect((await client.resources()).filter(({ name }) => basename(name) === 'system.md')).toHaveLength(59);
    expect((await see('patterns/pattern-17/system.md')).body).toContain('expert number 17.');
    expect((await found(client, 'expert number 17'))[0]).toBe('patterns/pattern-17/system.md');
    const { content, isError } = await client.call('fetch', { id: 'system.md' });
    expect(isError, content[0]?.text.slice(0, 200)).toBe(true);
  });

  test('writes in capitals, or in plain text', async () => {
    expect(await see('notes/SHOUT.MD')).toMatchObject({ title: 'Shout' });
    expect(await see('notes/plain.txt')).toMatchObject({ title: 'Plain', body: OURS['notes/plain.txt'] });
  });
});

test('two prompts in files of one name are two prompts, and check says so', async () => {
  const folder = await temporaryFolder({
    'prompts/summarise/system.md': 'Sum up {{ text }}.\n',
    'prompts/improve/system.md': 'Improve {{ text }}.\n',
  });
  const client = await connect('SDK v1', folder.path);
  const names = (await client.teamPrompts()).map(({ name }) => name);
  expect(names).toEqual(['improve-system', 'summarise-system']);
  const { diagnostics } = report.parse(JSON.parse((await run(['check', folder.path, '--json'])).stdout));
  expect(diagnostics).toMatchObject(
    names.map((name) => ({ severity: 'warning', message: expect.stringContaining(`people see it as "${name}"`) })),
  );
  await client.close();
  await folder.remove();
});

test('a library with more than enough small files is served whole', async () => {
  const folder = await temporaryFolder(manyFiles(1_200));
  const client = await connect('SDK v1', folder.path);
  expect(await client.documents()).toHaveLength(1_200);
  await client.close();
  await folder.remove();
});
