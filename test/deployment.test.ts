import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { cp, mkdir, symlink } from 'node:fs/promises';
import { createServer } from 'node:net';
import { basename, dirname, join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { z } from 'zod';
import { EXIT } from '../src/commands/command.ts';
import { readNetwork } from '../src/commands/network.ts';
import { limitsWith } from '../src/http/limits.ts';
import { type TemporaryFolder, temporaryFolder } from './folders.ts';
import { PROJECT } from './processes.ts';

/** A file of the project without its comments. */
function read(path: string): string {
  const text = readFileSync(join(PROJECT, path), 'utf8').replaceAll('\r\n', '\n');
  return text.replace(/^\s*#.*\n/gm, '');
}
const DOCKERFILE = read('Dockerfile').replaceAll('\\\n', '');
const UNIT = read('docs/examples/team-context.service');
const NGINX = read('docs/examples/nginx.conf');
const CADDY = read('docs/examples/Caddyfile');
const LIMITS = limitsWith();

const words = z.array(z.string());
const PATIENCE = { timeout: 20_000, interval: 300 };
/** Containers and systemd are, and elsewhere a process cannot be asked to end. */
const onLinux = test.skipIf(process.platform === 'win32');

describe('the examples of proxies', () => {
  test('in nginx pass on streams, the name and the address, and wait for as long as an answer may take', () => {
    for (const line of ['proxy_buffering off', 'proxy_http_version 1.1', 'proxy_set_header Connection ""'])
      expect(NGINX).toContain(`${line};`);
    expect(NGINX).toContain('proxy_set_header Host $host;');
    expect(NGINX).toContain('proxy_set_header X-Forwarded-For $remote_addr;');
    expect(Number(/proxy_read_timeout (\d+)m;/.exec(NGINX)?.[1]) * 60_000).toBeGreaterThan(LIMITS.requestMs);
    expect(Number(/client_max_body_size (\d+)m;/.exec(NGINX)?.[1]) * 2 ** 20).toBeGreaterThan(LIMITS.bodyBytes);
    expect(NGINX).toMatch(/location = \/metrics \{\s*return 404;/);
    expect(NGINX).toMatch(/listen 443 ssl;/);
  });

  test('in Caddy hold no stream back, and none open whose client has gone', () => {
    expect(CADDY).not.toMatch(/flush_interval|encode|buffer|timeout|header_up/);
    expect(CADDY).toMatch(/@metrics path \/metrics\n\s*respond @metrics 404/);
  });

  test.each([NGINX, CADDY])('ask the port that the server has by itself', (text) => {
    expect(text).toContain(`127.0.0.1:${readNetwork({}).port}`);
  });
});

function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => done(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

interface Spawned {
  readonly child: ChildProcess;
  readonly ended: Promise<number | null>;
}

/** Runs a command with these variables and no others of ours. */
function runWith(env: Readonly<Record<string, string>>, [program = '', ...args]: readonly string[]): Spawned {
  const child = spawn(program, args, { stdio: 'ignore', env: { PATH: process.env['PATH'] ?? '', ...env } });
  onTestFinished(() => void child.kill('SIGKILL'));
  return { child, ended: new Promise((done, fail) => child.once('error', fail).once('close', done)) };
}

/** What lies in a folder, with sizes and times. */
function traces(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return entries.map((entry) => {
    const { size, mtimeMs } = statSync(join(folder, entry));
    return `${entry} ${size} ${mtimeMs}`;
  });
}

describe('the Dockerfile', () => {
  const [, build = '', image = ''] = DOCKERFILE.split(/^FROM .*$/m);
  const argument = (name: string): string => new RegExp(`^${name} +(.*)$`, 'm').exec(image)?.[1] ?? '';
  const copies = (stage: string): string[][] =>
    [...stage.matchAll(/^COPY (?:--from=build )?(.*)$/gm)].map(([, paths = '']) => paths.split(' '));
  const taken = copies(build).flatMap((paths) => paths.slice(0, -1));

  test('takes in what is there and what .dockerignore lets through', () => {
    expect(taken.length).toBeGreaterThan(3);
    expect(taken.filter((path) => !existsSync(join(PROJECT, path)))).toEqual([]);
    const passing = [...read('.dockerignore').matchAll(/^!(.*)$/gm)].map(([, path = '']) => path);
    expect(passing.sort()).toEqual([...taken].sort());
  });

  test('copies into the image what was taken in, installed or built', () => {
    const made = ['/app/node_modules', '/app/dist', ...taken.map((path) => `/app/${path}`)];
    expect(copies(image).length).toBe(3);
    for (const [from = ''] of copies(image)) expect(made).toContain(from);
  });

  test('runs as a user without rights, and stops by the signal that ends the server well', () => {
    expect(argument('USER')).toMatch(/^[1-9]\d*:[1-9]\d*$/);
    expect(argument('STOPSIGNAL')).toBe('SIGTERM');
    expect(argument('EXPOSE')).toBe(String(readNetwork({}).port));
  });

  /** Lays out below this folder what the image has below `/`. The packages are those of the project. */
  async function layOut(place: TemporaryFolder): Promise<void> {
    for (const [from = '', to = ''] of copies(image)) {
      const source = join(PROJECT, from.replace('/app', ''));
      const target = join(place.path, 'app', to, to.endsWith('/') ? basename(from) : '');
      await mkdir(dirname(target), { recursive: true });
      if (basename(from) === 'node_modules') await symlink(source, target, 'junction');
      else await cp(source, target, { recursive: true });
    }
  }

  onLinux('has a command that starts, answers the health check, and writes nowhere but below /state', async () => {
    const place = await temporaryFolder({ 'library/context/voice.md': '# Voice\n' });
    onTestFinished(() => place.remove());
    await layOut(place);
    const port = await freePort();
    const within = (word: string): string => word.replace(/^\/(?=app|library|state)/, `${place.path}/`);
    const commandOf = (instruction: string): string[] =>
      words
        .parse(JSON.parse(/\[.*\]/.exec(argument(instruction))?.[0] ?? '[]'))
        .map((word) => (word === 'node' ? process.execPath : within(word).replace('8326', String(port))));
    const settings = argument('ENV').matchAll(/(\w+)=(\S+)/g);
    const env = {
      HOME: place.at('home'),
      ...Object.fromEntries([...settings].map(([, name = '', value = '']) => [name, within(value)])),
    };
    const [entry, check] = [commandOf('ENTRYPOINT'), commandOf('HEALTHCHECK')];
    const isHealthy = async (): Promise<boolean> => (await runWith(env, check).ended) === 0;

    expect(await runWith(env, [...entry, 'token', 'add', 'maya']).ended).toBe(EXIT.ok);
    const before = [place.at('app/dist'), place.at('library')].map(traces);
    const { child, ended } = runWith(env, [...entry, ...commandOf('CMD'), '--port', String(port)]);
    await vi.waitFor(async () => expect(await isHealthy()).toBe(true), PATIENCE);
    child.kill('SIGTERM');
    expect(await ended).toBe(EXIT.ok);
    expect([place.at('app/dist'), place.at('library')].map(traces)).toEqual(before);
    expect(readdirSync(place.path).sort()).toEqual(['app', 'library', 'state']);
    expect(await isHealthy()).toBe(false);
  });
});

describe('the systemd unit', () => {
  const setting = (name: string): string => new RegExp(`^${name}=(.*)$`, 'm').exec(UNIT)?.[1] ?? '';
  const [node = '', main = '', command = '', library = '', ...flags] = setting('ExecStart').split(' ');
  const folder = '/var/lib/team-context';

  test('gives the server its state folder, time to stop, and no right that it does not need', () => {
    expect(UNIT).toContain(`Environment=TEAM_CONTEXT_STATE=${folder}\n`);
    expect(setting('StateDirectory')).toBe('team-context');
    expect(Number(setting('TimeoutStopSec')) * 1_000).toBeGreaterThan(LIMITS.shutdownMs);
    expect(Number(setting('RestartPreventExitStatus'))).toBe(EXIT.refused);
    expect(setting('ReadOnlyPaths')).toBe(`-${library}`);
    expect(setting('ProtectSystem')).toBe('strict');
    expect(setting('User')).toBe('team-context');
  });

  onLinux('starts a server that answers', async () => {
    const place = await temporaryFolder();
    onTestFinished(() => place.remove());
    expect([node, main, command]).toEqual(['/usr/bin/node', '/opt/team-context/dist/main.js', 'serve']);
    const env = { TEAM_CONTEXT_STATE: place.at('state'), HOME: place.at('home') };
    const program = [process.execPath, join(PROJECT, 'dist/main.js')];
    expect(await runWith(env, [...program, 'token', 'add', 'maya']).ended).toBe(EXIT.ok);
    const port = await freePort();
    const { child, ended } = runWith(env, [...program, command, PROJECT, ...flags, '--port', String(port)]);
    const health = (): Promise<Response> => fetch(`http://127.0.0.1:${port}/healthz`);
    await vi.waitFor(async () => expect((await health()).status).toBe(200), PATIENCE);
    child.kill('SIGTERM');
    expect(await ended).toBe(EXIT.ok);
  });
});
