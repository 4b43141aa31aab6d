import { existsSync } from 'node:fs';
import { chmod, mkdir, readdir, readFile, symlink, utimes, writeFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type TemporaryFolder, temporaryFolder } from '../folders.ts';
import { run } from '../processes.ts';

const SOURCES = {
  'old/launch.prompt': '---\nmodel: some/model\n---\nWrite about {{topic}}.',
  'old/skills/draft/SKILL.md': '---\nname: draft\n---\nDraft it.',
  'old/skills/draft/notes.md': 'Notes',
  'old/list.csv': 'act,prompt\nPoet,Write a poem.\nChef,\n',
  'old/README.md': '# About',
  'old/picture.png': 'no prompt',
};

describe('import', () => {
  let library: TemporaryFolder;
  let sources: TemporaryFolder;
  beforeEach(async () => {
    library = await temporaryFolder({ 'prompts/launch.md': 'Ours.\n' });
    sources = await temporaryFolder(SOURCES);
  });
  afterEach(async () => {
    await library.remove();
    await sources.remove();
  });
  const bringIn = (...words: string[]) => run(['import', ...words, '--library', library.path]);
  const prompts = async (): Promise<string[]> => (await readdir(library.at('prompts'))).sort();

  test('says a line for each file and below it what was not carried over, then the totals', async () => {
    const { code, stdout, stderr } = await bringIn(sources.at('old'));
    expect(stdout.split('\n')).toEqual([
      'prompts/launch-2.md ← old/launch.prompt: imported',
      '    The model and how it is called are not carried over (model): here each person chooses.',
      'prompts/poet.md ← old/list.csv, row 1: imported',
      'old/list.csv, row 2: not imported',
      '    It has no text.',
      'prompts/draft.md ← old/skills/draft/SKILL.md: imported',
      '    Files that belong to it are not carried over: notes.md.',
      '',
    ]);
    expect(stderr).toContain('3 imported, 0 there already, 1 not imported.\n');
    expect(stderr).toMatch(/Passed over, because they are no prompts that can be recognised: .*1 \.png/);
    expect(code).toBe(1);
    expect(await prompts()).toEqual(['draft.md', 'launch-2.md', 'launch.md', 'poet.md']);
    expect(await readFile(library.at('prompts/launch.md'), 'utf8')).toBe('Ours.\n');
  });

  test('adds nothing when it is done again, or when the same prompt comes from elsewhere', async () => {
    await bringIn(sources.at('old/launch.prompt'), sources.at('old/skills'));
    const before = await prompts();
    await sources.write({ 'copy/launch.prompt': SOURCES['old/launch.prompt'] });
    const { code, stdout } = await bringIn(
      sources.at('old/launch.prompt'),
      sources.at('copy'),
      sources.at('old/skills/draft/SKILL.md'),
    );
    expect(code).toBe(0);
    expect(stdout.split('\n')).toEqual([
      'prompts/launch-2.md ← old/launch.prompt: there already',
      'prompts/launch-2.md ← copy/launch.prompt: there already',
      'prompts/draft.md ← draft/SKILL.md: there already',
      '',
    ]);
    expect(await prompts()).toEqual(before);
  });

  test('says the same with --dry-run and writes nothing', async () => {
    const trial = await bringIn(sources.at('old'), '--dry-run', '--to', 'prompts/new/ones');
    expect(trial.stderr).toContain('Nothing was written: this was a dry run.');
    expect(existsSync(library.at('prompts/new'))).toBe(false);
    const { stdout } = await bringIn(sources.at('old'), '--to', 'prompts/new/ones');
    expect(trial.stdout).toBe(stdout);
    expect(stdout).toContain('prompts/new/ones/launch.md ← old/launch.prompt: imported');
  });

  test('writes whole files only, and leaves nothing else behind', async () => {
    await bringIn(sources.at('old'), '--to', 'inbox');
    expect((await readdir(library.at('inbox'))).sort()).toEqual(['draft.md', 'launch.md', 'poet.md']);
    expect(await readFile(library.at('inbox/launch.md'), 'utf8')).toBe(
      [
        '---',
        'title: Launch',
        'kind: prompt',
        'source: old/launch.prompt (dotprompt)',
        'arguments:',
        '  - name: topic',
        '    required: true',
        '---',
        'Write about {{ topic }}.',
        '',
      ].join('\n'),
    );
  });

  test('what it brings in passes check', async () => {
    await bringIn(sources.at('old'));
    const { code, stdout } = await run(['check', library.path]);
    expect([code, stdout]).toEqual([0, '']);
  });

  test('keeps apart what has one name', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 12 }, (_, index) => [
        `many/${index}/SKILL.md`,
        `---\nname: ${'a'.repeat(60)}\n---\nNumber ${index}`,
      ]),
    );
    await sources.write(many);
    await bringIn(sources.at('many'));
    const names = (await prompts()).filter((name) => name.startsWith('a'));
    expect(names).toHaveLength(12);
    expect(Math.max(...names.map((name) => name.length))).toBe(43);
    expect((await run(['check', library.path])).stdout).toBe('');
  });

  test('names files so that every system and the library take them as they are', async () => {
    const titles = ['CON', 'README', '../../up', 'プロンプト', '???', 'Über: alles'];
    const rows = titles.map((title) => `"${title}","Say ${title}"`);
    await sources.write({ 'odd.csv': `title,prompt\n${rows.join('\n')}\n` });
    await bringIn(sources.at('odd.csv'));
    expect(await prompts()).toEqual(
      ['con-prompt.md', 'launch.md', 'prompt.md', 'readme-prompt.md', 'uber-alles.md', 'up.md', 'プロンプト.md'].sort(),
    );
  });

  test.skipIf(process.platform === 'win32')(
    'follows no links, neither to what it reads nor to where it writes',
    async () => {
      await symlink(sources.at('old/launch.prompt'), sources.at('old/linked.prompt'));
      await symlink(sources.path, sources.at('old/circle'));
      const { stdout, stderr } = await bringIn(sources.at('old'));
      expect(stdout).not.toMatch(/linked|circle/);
      expect(stderr).toContain('linked.prompt: links are not followed.\n');
      await mkdir(sources.at('outside'));
      await symlink(sources.at('outside'), library.at('prompts/way-out'));
      const refused = await bringIn(sources.at('old'), '--to', 'prompts/way-out');
      expect([refused.code, await readdir(sources.at('outside'))]).toEqual([2, []]);
    },
  );

  test('reads files up to a size and says which ones it did not', async () => {
    await writeFile(sources.at('large.txt'), 'a'.repeat(2 ** 20 + 1));
    await writeFile(sources.at('picture.txt'), '\x89PNG\r\n\x1a\n', 'latin1');
    const { code, stdout } = await bringIn(sources.at('large.txt'), sources.at('picture.txt'));
    expect(code).toBe(1);
    expect(stdout).toMatch(/large\.txt: not imported\n {4}The file has 1048577 bytes/);
    expect(stdout).toMatch(/picture\.txt: not imported\n {4}The file is a PNG image/);
  });

  test.each([
    [[], 'Say what to import'],
    [['nowhere.prompt'], 'nowhere.prompt does not exist'],
    [['SOURCE', '--to', '..'], 'lies outside'],
    [['SOURCE', '--to', '/'], 'lies outside'],
    [['SOURCE', '--to', '.git'], 'passes over'],
    [['SOURCE', '--to', '.'], '--to names a folder'],
    [['SOURCE', '--to', 'prompts/launch.md'], 'is not a folder'],
  ])('refuses %j and says why', async (words, why) => {
    const { code, stderr } = await bringIn(...words.map((word) => (word === 'SOURCE' ? sources.at('old') : word)));
    expect(code).toBe(2);
    expect(stderr).toContain(why);
  });

  test('puts prompts only where they are served and hide nothing', async () => {
    const flat = await temporaryFolder({ 'voice.md': '# Voice\n' });
    const into = (...words: string[]) => run(['import', sources.at('old/skills'), '--library', flat.path, ...words]);
    const hiding = await into();
    expect([hiding.code, hiding.stderr]).toEqual([2, expect.stringContaining('--to imported-prompts')]);
    expect((await into('--to', 'imported-prompts')).code).toBe(0);
    expect((await run(['check', flat.path])).stderr).toContain('2 documents: 0 errors');
    await flat.remove();
    const unserved = await bringIn(sources.at('old'), '--to', 'mails');
    expect([unserved.code, unserved.stderr]).toEqual([2, expect.stringContaining('does not serve "mails"')]);
  });

  test('an empty folder becomes a library', async () => {
    const empty = await temporaryFolder();
    expect((await run(['import', sources.at('old/skills'), '--library', empty.path])).code).toBe(0);
    expect(await readdir(empty.at('prompts'))).toEqual(['draft.md']);
    await empty.remove();
  });

  test('removes what a process left behind that died, and nothing else', async () => {
    const old = new Date(Date.now() - 2 * 3_600_000);
    const names = ['.team-context-12-0123456789ab.tmp', '.team-context-13-0123456789ab.tmp', '.notes.tmp'];
    for (const name of names) await writeFile(library.at(`prompts/${name}`), '');
    for (const name of [names[0], names[2]]) await utimes(library.at(`prompts/${name}`), old, old);
    await bringIn(sources.at('old/skills'));
    expect(await prompts()).toEqual(['.notes.tmp', names[1], 'draft.md', 'launch.md']);
  });

  test.skipIf(process.platform === 'win32' || process.getuid?.() === 0)(
    'says when the folder is protected',
    async () => {
      await chmod(library.at('prompts'), 0o555);
      const { code, stderr } = await bringIn(sources.at('old'));
      expect([code, stderr]).toEqual([2, expect.stringContaining('Nothing more can be written')]);
    },
  );

  test('never puts anything into the starter library', async () => {
    const { code, stderr } = await run(['import', sources.at('old')], { cwd: sources.path });
    expect([code, stderr]).toEqual([2, 'Say with --library FOLDER which library they are for.\n']);
  });

  test('says when there is nothing to import', async () => {
    await sources.write({ 'none/a.png': '' });
    const { code, stderr } = await bringIn(sources.at('none'));
    expect(code).toBe(1);
    expect(stderr).toContain('No prompts were found in ');
  });
});
