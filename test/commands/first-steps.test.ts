import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { expect, test, vi } from 'vitest';
import { z } from 'zod';
import { temporaryFolder } from '../folders.ts';
import { CHILD_ENV, MAIN, PROJECT, run } from '../processes.ts';

/** util-linux's `script` gives a process a terminal; that of BSD and macOS takes other options. */
const hasScript = spawnSync('script', ['--version'], { encoding: 'utf8' }).stdout?.includes('util-linux') === true;
if (!hasScript)
  process.stderr.write('There is no "script" of util-linux here: the test of a server in a terminal is skipped.');

test('the demo plays the main job and ends by itself', async () => {
  const { code, stdout, stderr } = await run(['demo']);
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout).toMatch(/launch-email +A launch or announcement email/);
  expect(stdout).toMatch(/\+ team:\/\/library\/context\/brand\/voice-and-tone\.md \(\d+ characters of context\)/);
  expect(stdout).toMatch(/context\/brand\/legal-and-claims\.md/);
  expect(stdout).toMatch(/\d+ ms later the search answers with context\/brand\/voice-and-tone\.md#the-croissant-rule/);
  expect(readFileSync(join(PROJECT, 'context/brand/voice-and-tone.md'), 'utf8')).not.toContain(
    'croissant that the oven',
  );
});

test.skipIf(!hasScript)(
  'somebody who starts the server by hand is told what to paste where, and that it waits',
  async () => {
    const folder = await temporaryFolder({ 'context/brand/voice.md': '# Voice\n' });
    const typed = `"${process.execPath}" "${MAIN}" serve "${folder.path}"`;
    const terminal = spawn('script', ['-qec', typed, '/dev/null'], { detached: true });
    let shown = '';
    terminal.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      shown += chunk;
    });
    const ended = new Promise((done) => terminal.once('close', done));
    await vi.waitFor(() => expect(shown).toContain('Ctrl+C ends this.'), { timeout: 20_000 });
    terminal.stdin.write('\u0003');
    await ended;
    await folder.remove();
    expect(shown).toContain('waiting for an AI client');
    const entry: unknown = JSON.parse(/^\{[\s\S]*?^\}/m.exec(shown.replaceAll('\r', ''))?.[0] ?? '');
    expect(entry).toEqual({
      mcpServers: { 'team-context': { command: process.execPath, args: [MAIN, 'serve', folder.path] } },
    });
    expect(shown).toContain('claude mcp add team-context');
  },
);

test('mcp.json.example works once its one path is the right one', async () => {
  const text = readFileSync(join(PROJECT, 'mcp.json.example'), 'utf8');
  expect(text.match(/\/path\/to\/team-context/g)).toHaveLength(1);
  const config = z.object({
    mcpServers: z.record(z.string(), z.object({ command: z.string(), args: z.array(z.string()) })),
  });
  const { mcpServers } = config.parse(JSON.parse(text.replace('/path/to/team-context', PROJECT.replaceAll('\\', '/'))));
  expect(Object.keys(mcpServers)).toEqual(['team-context']);
  const elsewhere = await temporaryFolder();
  const client = new Client({ name: 'configured', version: '1' });
  await client.connect(
    new StdioClientTransport({
      command: 'node',
      args: mcpServers['team-context']?.args ?? [],
      cwd: elsewhere.path,
      stderr: 'ignore',
      env: CHILD_ENV,
    }),
  );
  expect((await client.listPrompts()).prompts).toHaveLength(18);
  await client.close();
  await elsewhere.remove();
});
