import { afterEach, describe, expect, test } from 'vitest';
import { type TemporaryFolder, temporaryFolder } from '../folders.ts';
import { greet, PROJECT, run, startServer } from '../processes.ts';

const COMMANDS = ['serve', 'search', 'check', 'demo'];

const folders: TemporaryFolder[] = [];
afterEach(async () => {
  for (const folder of folders.splice(0)) await folder.remove();
});

async function library(files: Readonly<Record<string, string>>): Promise<TemporaryFolder> {
  const folder = await temporaryFolder(files);
  folders.push(folder);
  return folder;
}

const VOICE = { 'context/brand/voice.md': '# Voice\n\nWe sound like larks.\n' };

describe.concurrent('every command', () => {
  test.each(COMMANDS)('explains itself: %s --help', async (name) => {
    const { code, stdout, stderr } = await run([name, '--help']);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(new RegExp(`^Usage: team-context .*${name}`));
  });

  test.each([[['--version']], [['-v']], [['check', '--version']]])('says its version: %j', async (words) => {
    const { code, stdout } = await run(words);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^\d+\.\d+\.\d+\S*\n$/);
  });

  test('is named by the overview, with what it does', async () => {
    const { code, stdout, stderr } = await run(['--help']);
    expect([code, stderr]).toEqual([0, '']);
    for (const name of COMMANDS) expect(stdout).toMatch(new RegExp(`^ {2}${name} +\\w`, 'm'));
  });

  test.each(COMMANDS)('refuses an option that it does not have, in one line: %s', async (name) => {
    const { code, stdout, stderr } = await run([name, '--colour']);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toBe(
      `"team-context ${name}" has no option --colour. "team-context ${name} --help" shows what it accepts.\n`,
    );
  });

  const near: [words: string[], meant: string][] = [
    [['serve', '--pol'], '--poll'],
    [['check', '--stric'], '--strict'],
    [['search', 'x', '--limt', '3'], '--limit'],
    [['search', 'x', '--libary=/tmp'], '--library'],
    [['--hlep'], '--help'],
  ];
  test.each(near)('names the option that was meant: %j', async (words, meant) => {
    const { code, stderr } = await run(words);
    expect(code).toBe(2);
    expect(stderr).toContain(`Did you mean ${meant}?`);
  });

  const tooMuch: string[][] = [
    ['serve', 'one', 'two'],
    ['check', 'one', 'two'],
    ['search'],
    ['search', 'x', '--limit'],
    ['check', '--json=yes'],
  ];
  test.each(tooMuch.map((words) => [words]))(
    'refuses what it cannot take with a sentence, not with a stack: %j',
    async (words) => {
      const { code, stdout, stderr } = await run(words);
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr).toMatch(/^\S.*\.\n$/);
      expect(stderr).not.toMatch(/\n {4}at |ERR_/);
    },
  );
});

describe('the library is', () => {
  /** What a command takes for its library, and what it says about that. */
  async function chosen(
    words: string[],
    options: { cwd?: string; env?: Record<string, string> },
  ): Promise<{ path: unknown; says: string }> {
    const { stdout, stderr } = await run(['check', '--json', ...words], options);
    const read: unknown = JSON.parse(stdout);
    return {
      path: typeof read === 'object' && read !== null && 'library' in read ? read.library : undefined,
      says: stderr,
    };
  }

  test('the argument, before everything else, and then nothing has to be said', async () => {
    const [named, other, here] = [await library(VOICE), await library(VOICE), await library(VOICE)];
    const { path, says } = await chosen([named.path], { cwd: here.path, env: { TEAM_CONTEXT_LIBRARY: other.path } });
    expect(path).toBe(named.path);
    expect(says).toBe('');
  });

  test('TEAM_CONTEXT_LIBRARY, before the current folder', async () => {
    const [other, here] = [await library(VOICE), await library(VOICE)];
    const { path, says } = await chosen([], { cwd: here.path, env: { TEAM_CONTEXT_LIBRARY: other.path } });
    expect(path).toBe(other.path);
    expect(says).toBe(`Using ${other.path} (from TEAM_CONTEXT_LIBRARY).\n`);
  });

  test('the current folder, when it has context/ or prompts/', async () => {
    for (const files of [VOICE, { 'prompts/x.md': 'Write.\n' }]) {
      const here = await library(files);
      const { path, says } = await chosen([], { cwd: here.path, env: { TEAM_CONTEXT_LIBRARY: '' } });
      expect(path).toBe(here.path);
      expect(says).toBe(`Using this folder, ${here.path}.\n`);
    }
  });

  test('else the starter library', async () => {
    const here = await library({ 'notes.md': '# Notes\n' });
    const { path, says } = await chosen([], { cwd: here.path });
    expect(path).toBe(PROJECT);
    expect(says).toMatch(
      /^Using the starter library of a made-up company \(.+\)\. Name your own folder to use yours\.\n$/,
    );
  });

  test('a relative path is one from the current folder', async () => {
    const here = await library({ 'team/context/brand/voice.md': '# Voice\n' });
    expect((await chosen(['team'], { cwd: here.path })).path).toBe(here.at('team'));
  });
});

describe('serve', () => {
  test('offers to write into a library that somebody named, and not into the starter library', async () => {
    const named = await library(VOICE);
    const toolsOf = async (words: readonly string[], cwd: string): Promise<string> => {
      const server = startServer(words, { cwd });
      await greet(server);
      const { result } = await server.ask('tools/list');
      server.hangUp();
      await server.ended;
      return JSON.stringify(result);
    };
    const elsewhere = await library({ 'notes.md': '# Notes\n' });
    expect(await toolsOf(['serve', named.path], elsewhere.path)).toContain('"share_workflow"');
    for (const cwd of [elsewhere.path, PROJECT]) {
      const tools = await toolsOf(['serve'], cwd);
      expect(tools).toContain('"search"');
      expect(tools).not.toContain('"share_workflow"');
    }
  });

  test('says on standard error which library it serves and how much is in it', async () => {
    const folder = await library({
      ...VOICE,
      'prompts/a.md': 'Write.\n',
      'context/brand/bad.md': '---\ntitle: "x\n---\nText\n',
    });
    for (const words of [['serve', folder.path], [folder.path]]) {
      const server = startServer(words);
      await greet(server);
      await server.ask('prompts/list', {});
      server.hangUp();
      await server.ended;
      expect(server.stderr()).toContain(`Using ${folder.path}.\n`);
      expect(server.stderr()).toContain('Serving 3 documents and 1 prompt.\n');
      expect(server.stderr()).toMatch(/^context\/brand\/bad\.md:2:\d+ error .*\n {4}\S/m);
    }
  });

  test('does not wait for a file to become a folder', async () => {
    const folder = await library(VOICE);
    const { code, stdout, stderr } = await run(['serve', folder.at('context/brand/voice.md')]);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toBe(
      `${folder.at('context/brand/voice.md')} is a file. Name the folder that holds your team's files.\n`,
    );
  });

  test('serves a folder that is not there yet, and says that it cannot be reached', async () => {
    const folder = await library({});
    const server = startServer(['serve', folder.at('later')]);
    await greet(server);
    const { result } = await server.ask('tools/call', { name: 'library_status', arguments: {} });
    await server.ask('prompts/list', {});
    server.hangUp();
    await server.ended;
    expect(result).toMatchObject({ content: [{ type: 'text' }] });
    expect(server.stderr()).toMatch(/^\.:1:1 error The library's folder cannot be reached/m);
  });
});
