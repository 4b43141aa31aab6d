import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { CODES } from '../../src/library/diagnostic.ts';
import { type TemporaryFolder, temporaryFolder } from '../folders.ts';
import { PROJECT, run } from '../processes.ts';

const ERRORS = {
  'context/brand/broken.md': '---\ntitle: "Never closed\n---\nText.\n',
  'context/brand/twice.md': '---\ntitle: One\ntitle: Two\n---\nText.\n',
  'prompts/launch.md': '---\ncontext:\n  - context/brand/voise.md\n---\nWrite.\n',
};
const WARNINGS = { 'context/brand/voice.md': '# Voice\n', 'context/brand/empty.md': '' };
const FINE = { 'context/brand/voice.md': '# Voice\n' };

/** Like a compiler's, so that editors and CI annotate it. */
const DIAGNOSTIC =
  /^(?<path>[^\n:]+):(?<line>[1-9]\d*):(?<column>[1-9]\d*) (?<severity>error|warning|info) (?<message>\S.*\.) \[(?<code>[a-z-]+)\]\n {4}(?<hint>\S.*)$/;

const report = z.strictObject({
  library: z.string(),
  documents: z.number(),
  errors: z.number(),
  warnings: z.number(),
  info: z.number(),
  passed_over: z.record(z.string(), z.number()),
  diagnostics: z.array(
    z.strictObject({
      code: z.string(),
      severity: z.enum(['error', 'warning', 'info']),
      path: z.string(),
      line: z.number(),
      column: z.number(),
      message: z.string(),
      hint: z.string(),
    }),
  ),
});

describe('check', () => {
  let broken: TemporaryFolder;
  let odd: TemporaryFolder;
  let fine: TemporaryFolder;
  beforeAll(async () => {
    broken = await temporaryFolder({ ...WARNINGS, ...ERRORS });
    odd = await temporaryFolder(WARNINGS);
    fine = await temporaryFolder(FINE);
  });
  afterAll(async () => {
    for (const folder of [broken, odd, fine]) await folder.remove();
  });

  test('names every place as path:line:column severity message [code], with what to type below it', async () => {
    const { code, stdout, stderr } = await run(['check', broken.path]);
    expect(code).toBe(1);
    const said = stdout.trimEnd().split(/\n(?! )/);
    for (const each of said) expect(each).toMatch(DIAGNOSTIC);
    expect(said.map((each) => DIAGNOSTIC.exec(each)?.groups?.['path'])).toEqual([
      'context/brand/broken.md',
      'context/brand/empty.md',
      'context/brand/twice.md',
      'prompts/launch.md',
    ]);
    expect(stdout).toMatch(/^context\/brand\/twice\.md:3:1 error .*title/m);
    expect(stdout).toMatch(/voise\.md.*\n {4}.*context\/brand\/voice\.md/);
    expect(stderr).toBe('5 documents: 3 errors, 1 warning, 0 hints.\n');
  });

  test('gives the same as an object to other programs', async () => {
    const { code, stdout, stderr } = await run(['check', broken.path, '--json']);
    expect([code, stderr]).toEqual([1, '']);
    const { library, documents, errors, warnings, info, diagnostics } = report.parse(JSON.parse(stdout));
    expect([library, documents, errors, warnings, info]).toEqual([broken.path, 5, 3, 1, 0]);
    const lines = diagnostics.map(
      (each) => `${each.path}:${each.line}:${each.column} ${each.severity} ${each.message} [${each.code}]`,
    );
    const { stdout: plain } = await run(['check', broken.path]);
    expect(plain.split('\n').filter((line) => line !== '' && !line.startsWith(' '))).toEqual(lines);
    for (const each of diagnostics) expect(CODES).toHaveProperty(each.code, each.severity);
  });

  test('ends with 0 when nothing must be mended, and warnings are only errors for who is strict', async () => {
    expect((await run(['check', fine.path])).code).toBe(0);
    expect((await run(['check', fine.path, '--strict'])).code).toBe(0);
    expect((await run(['check', odd.path])).code).toBe(0);
    expect((await run(['check', odd.path, '--strict'])).code).toBe(1);
    expect((await run(['check', '--json', '--strict', odd.path])).code).toBe(1);
  });

  test('ends with 2 when the library cannot be had, and says why in a sentence', async () => {
    const missing = await run(['check', fine.at('nowhere')]);
    expect([missing.code, missing.stdout]).toEqual([2, '']);
    expect(missing.stderr).toBe(
      `${fine.at('nowhere')} does not exist. Name the folder that holds your team's files.\n`,
    );
    const file = await run(['check', fine.at('context/brand/voice.md')]);
    expect(file.code).toBe(2);
    expect(file.stderr).toBe(
      `${fine.at('context/brand/voice.md')} is a file. Name the folder that holds your team's files.\n`,
    );
  });

  test('never lets a file speak to the terminal', async () => {
    const folder = await temporaryFolder({
      'context/\u001b[31mred.md': '',
      'context/brand/x.md': '---\n"\u001b]0;owned\u0007": 1\ntitel: \u001b[2J\n---\nx\n',
    });
    const { stdout, stderr } = await run(['check', folder.path]);
    await folder.remove();
    const control = [...stdout, ...stderr].filter((letter) => letter !== '\n' && letter < ' ');
    expect(control).toEqual([]);
    expect(stdout).not.toBe('');
  });

  test('leaves out what the settings leave out, and finds what is wrong with the settings', async () => {
    const folder = await temporaryFolder({
      ...ERRORS,
      ...FINE,
      'team-context.yaml': 'ignore: ["context/brand/b*", "prompts/**"]\nsharign: off\n',
    });
    const { code, stdout } = await run(['check', folder.path]);
    await folder.remove();
    expect(code).toBe(1);
    const heads = stdout.split('\n').filter((line) => line !== '' && !line.startsWith(' '));
    expect(heads).toEqual([
      expect.stringMatching(/^context\/brand\/twice\.md:3:1 error/),
      expect.stringMatching(/^team-context\.yaml:2:1 error/),
    ]);
    expect(stdout).toContain('Did you mean "sharing"?');
  });

  test('says ahead of time what is due or runs out, where and whose it is', async () => {
    const folder = await temporaryFolder({
      'context/brand/voice.md':
        '---\ntitle: Voice\nowner: Ada\nreview_by: 2030-03-10\nvalid_until: 2030-03-10\n---\nWarm.\n',
    });
    const said = async (day: string): Promise<string[]> => {
      const { stdout } = await run(['check', folder.path, '--on', day]);
      return stdout.split('\n').filter((line) => /^\S/.test(line));
    };
    expect(await said('2030-02-23')).toEqual([]);
    expect(await said('2030-03-09')).toEqual([
      'context/brand/voice.md:4:12 warning This is to be reviewed by 2030-03-10, which is tomorrow; its owner is Ada. [review-soon]',
      'context/brand/voice.md:5:14 warning This is valid only until 2030-03-10, which is tomorrow; its owner is Ada. [validity-soon]',
    ]);
    expect((await run(['check', folder.path, '--on', '2030-03-11', '--strict'])).code).toBe(1);
    expect((await run(['check', folder.path, '--on', '2030-02-30'])).stderr).toContain('such as 2027-01-31');
    await folder.remove();
  });

  test('goes by today when no day is named', async () => {
    const folder = await temporaryFolder({ 'context/brand/voice.md': '---\nvalid_until: 2020-01-31\n---\nWarm.\n' });
    const { stdout } = await run(['check', folder.path]);
    await folder.remove();
    expect(stdout).toMatch(/^context\/brand\/voice\.md:2:14 warning This was valid until 2020-01-31;/);
  });

  test('finds nothing to mend in the starter library', async () => {
    const { code, stderr } = await run(['check', PROJECT, '--strict', '--on', '2026-11-22']);
    expect(code).toBe(0);
    expect(stderr).toMatch(/^47 documents: 0 errors, 0 warnings, \d+ hints?\.\n$/);
  });
});
