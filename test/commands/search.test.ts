import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type TemporaryFolder, temporaryFolder } from '../folders.ts';
import { PROJECT, run } from '../processes.ts';

const FILES = {
  'context/brand/voice.md':
    '---\ntitle: Voice\ntags: [style, writing]\n---\n## How we sound\n\nWe sound like velvet.\n',
  'context/personas/ada.md': '---\ntitle: Ada\ntags: [style]\n---\nShe likes velvet.\n',
  'context/learnings/spring.md': '---\ntitle: Spring\n---\nVelvet sold well.\n',
  'inbox/idea.md': '---\ntitle: Idea\n---\nMore velvet.\n',
};
const report = z.strictObject({
  results: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      path: z.string(),
      kind: z.string(),
      section: z.string().optional(),
      snippet: z.string(),
      note: z.string().optional(),
      score: z.number(),
    }),
  ),
  notice: z.string().optional(),
});

describe('search', () => {
  let folder: TemporaryFolder;
  beforeAll(async () => {
    folder = await temporaryFolder(FILES);
  });
  afterAll(() => folder.remove());

  const paths = async (...words: string[]): Promise<string[]> => {
    const { stdout, stderr } = await run(['search', 'velvet', '--library', folder.path, '--json', ...words]);
    expect(stderr).toBe('');
    return report
      .parse(JSON.parse(stdout))
      .results.map(({ path }) => path)
      .sort();
  };

  test('shows each hit as its title, its id and the passage', async () => {
    const { code, stdout, stderr } = await run(['search', 'how do we sound', '--library', folder.path, '--limit', '1']);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toBe('Voice › How we sound\n  context/brand/voice.md#how-we-sound\n  We sound like velvet.\n\n');
  });

  test('takes the question in several words, in quotes or not', async () => {
    const [quoted, bare] = [
      await run(['search', 'how do we sound', '--library', folder.path]),
      await run(['search', 'how', 'do', 'we', 'sound', '--library', folder.path]),
    ];
    expect(bare.stdout).toBe(quoted.stdout);
  });

  test('keeps to a kind, to tags, to drafts and to a number', async () => {
    const live = ['context/brand/voice.md', 'context/learnings/spring.md', 'context/personas/ada.md'];
    expect(await paths()).toEqual(live);
    expect(await paths('--kind', 'persona')).toEqual(['context/personas/ada.md']);
    expect(await paths('--kind', 'personas')).toEqual(['context/personas/ada.md']);
    expect(await paths('--tag', 'style')).toEqual(['context/brand/voice.md', 'context/personas/ada.md']);
    expect(await paths('--tag', 'style', '--tag', 'writing')).toEqual(['context/brand/voice.md']);
    expect(await paths('--drafts')).toEqual(['inbox/idea.md']);
    expect(await paths('--limit', '2')).toHaveLength(2);
  });

  test('takes other phrasings of the question', async () => {
    const { stdout } = await run([
      'search',
      'zzz',
      '--also',
      'she likes',
      '--also',
      'sold well',
      '--library',
      folder.path,
      '--json',
    ]);
    const found = report.parse(JSON.parse(stdout)).results.map(({ path }) => path);
    expect(found).toEqual(expect.arrayContaining(['context/personas/ada.md', 'context/learnings/spring.md']));
  });

  test('ends with 1 when nothing is found, and says so', async () => {
    const { code, stdout, stderr } = await run(['search', 'xylophone', '--library', folder.path]);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/xylophone/);
    const json = await run(['search', 'xylophone', '--library', folder.path, '--json']);
    expect(json.code).toBe(1);
    expect(report.parse(JSON.parse(json.stdout))).toMatchObject({ results: [], notice: expect.any(String) });
  });

  const refused: [words: string[], says: RegExp][] = [
    [
      ['velvet', '--library', '/nowhere/at/all'],
      /^\/nowhere\/at\/all does not exist\. Name the folder that holds your team's files\.\n$/,
    ],
    [['velvet', '--kind', 'poem'], /"poem" is not a kind\. The kinds are: guideline, persona, .*\.\n$/],
    [['velvet', '--limit', '99'], /--limit takes a whole number from 1 to 25\.\n$/],
    [['velvet', '--limit', 'many'], /--limit takes a whole number from 1 to 25\.\n$/],
    [['   '], /Say what to search for/],
  ];
  test.each(refused)('ends with 2 for what cannot be had: %j', async (words, says) => {
    const { code, stdout, stderr } = await run(['search', ...words], { cwd: folder.path });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(says);
  });

  test('answers the question of the tour from the starter library', async () => {
    const { code, stdout } = await run([
      'search',
      'may we say that customers waste less bread?',
      '--library',
      PROJECT,
      '--limit',
      '3',
    ]);
    expect(code).toBe(0);
    expect(stdout).toContain('context/brand/legal-and-claims.md');
  });
});
