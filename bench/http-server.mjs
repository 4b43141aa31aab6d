// Starts the servers that are measured, each in a process of its own.
import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { built } from './built.mjs';
import { someState } from './some-state.mjs';

const DIST = resolve(process.env.DIST ?? join(import.meta.dirname, '..', 'dist'));
const PROBE = pathToFileURL(join(import.meta.dirname, 'http-probe.mjs')).href;
const EMPTY = join(import.meta.dirname, 'http-empty-server.mjs');
const ADDRESS = /http:\/\/127\.0\.0\.1:(\d+)\//;
const READY_MS = 100;
const MOST_COMPLAINT = 2_000;

/** A server that listens, and what its process can be asked for: see ORDERS in http-probe.mjs. */
async function startServer(words, environment = {}) {
  const child = spawn(process.execPath, ['--expose-gc', '--import', PROBE, ...words], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { ...process.env, TEAM_CONTEXT_CACHE: 'off', TEAM_CONTEXT_STATE: someState(), ...environment },
  });
  const ended = new Promise((done) => child.once('close', done));
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (text) => {
    complaint = (complaint + text).slice(-MOST_COMPLAINT);
  });
  const port = await new Promise((done, fail) => {
    let text = '';
    child.stdout.setEncoding('utf8').on('data', (chunk) => {
      text += chunk;
      const [, found] = ADDRESS.exec(text) ?? [];
      if (found !== undefined) done(Number(found));
    });
    ended.then((code) => fail(new Error(`The server ended with ${code} before it served: ${complaint}`)));
  });
  return {
    port,
    order: (name) =>
      new Promise((done) => {
        child.once('message', ({ answer }) => done(answer));
        child.send(name);
      }),
    async end() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** Our server on a library, when its search is ready. */
export async function startOurs(library, { flags = [], environment = {} } = {}) {
  const words = [join(DIST, 'main.js'), 'serve', library, '--http', '--port', '0', '--log-level', 'error', ...flags];
  const server = await startServer(words, environment);
  while (!(await fetch(`http://127.0.0.1:${server.port}/readyz`)).ok) await wait(READY_MS);
  return server;
}

export const startEmpty = () => startServer([EMPTY]);

/** As an administrator runs it: behind a proxy that names each sender, and with a token for each member. */
export async function startWithTokens(library, { state, count }) {
  process.env.TEAM_CONTEXT_STATE = state;
  const [{ openState }, { addToken }] = await Promise.all(['state/state', 'http/tokens/changes'].map(built));
  const opened = await openState({ library });
  const members = [];
  for (let at = 0; at < count; at++) {
    const { secret } = await addToken(opened, { name: `member-${at}`, scope: 'read', expires: undefined });
    members.push({ token: secret, address: `10.0.${at >> 8}.${at & 255}` });
  }
  const flags = ['--tokens', '--trust-proxy'];
  const server = await startOurs(library, { flags, environment: { TEAM_CONTEXT_STATE: state } });
  return { ...server, members };
}
