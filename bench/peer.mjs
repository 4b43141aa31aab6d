// A client that costs nothing: it writes lines of JSON to a server process and waits for the answers.
import { execFileSync, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { someState } from './some-state.mjs';

/** Starts a server process and says hello; `started` is when it was spawned. Without a `state` folder every start is a cold one. */
export async function connect(args, state) {
  const started = performance.now();
  const cache =
    state === undefined
      ? { TEAM_CONTEXT_CACHE: 'off', TEAM_CONTEXT_STATE: someState() }
      : { TEAM_CONTEXT_STATE: state };
  const server = spawn(process.execPath, args, {
    stdio: ['pipe', 'pipe', 'ignore'],
    env: { ...process.env, ...cache },
  });
  const waiting = new Map();
  let nextId = 1;
  let rest = '';
  server.stdout.setEncoding('utf8').on('data', (chunk) => {
    rest += chunk;
    for (let end = rest.indexOf('\n'); end >= 0; end = rest.indexOf('\n')) {
      const message = JSON.parse(rest.slice(0, end));
      rest = rest.slice(end + 1);
      waiting.get(message.id)?.(message);
      waiting.delete(message.id);
    }
  });
  const send = (message) => server.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);
  const request = (method, params = {}) =>
    new Promise((resolve, reject) => {
      const id = nextId++;
      waiting.set(id, (message) =>
        message.error ? reject(new Error(message.error.message)) : resolve(message.result),
      );
      send({ id, method, params });
    });
  const clientInfo = { name: 'bench', version: '1' };
  await request('initialize', { protocolVersion: '2025-11-25', capabilities: {}, clientInfo });
  send({ method: 'notifications/initialized' });
  return {
    started,
    request,
    search: async (query) =>
      (await request('tools/call', { name: 'search', arguments: { query } })).structuredContent.results,
    /** Resident memory in MB. */
    memory: () => residentMegabytes(server.pid),
    end: () =>
      new Promise((resolve) => {
        server.once('exit', resolve);
        server.stdin.end();
      }),
  };
}

function residentMegabytes(pid) {
  if (process.platform === 'linux')
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024;
  if (process.platform === 'win32') return Number.NaN;
  return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024;
}

export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}
