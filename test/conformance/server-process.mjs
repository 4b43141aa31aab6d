// A server in a process of its own, on this Node.
import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** It starts within a second or two, and stops as fast. */
const PATIENCE_MS = 20_000;

function collect(stream) {
  let text = '';
  stream.setEncoding('utf8').on('data', (part) => {
    text += part;
  });
  return () => text;
}

/** The port that the process names on its standard output. */
function portOf(child, stdout, stderr) {
  return new Promise((resolve, reject) => {
    const fail = (why) => reject(new Error(`The server ${why}:\n${stderr()}`));
    const timer = setTimeout(() => fail('did not say where it is'), PATIENCE_MS);
    child.once('exit', (code) => {
      clearTimeout(timer);
      fail(`ended (${code}) before it listened`);
    });
    child.stdout.on('data', () => {
      const port = /http:\/\/127\.0\.0\.1:(\d+)\//.exec(stdout())?.[1];
      if (port === undefined) return;
      clearTimeout(timer);
      resolve(Number(port));
    });
  });
}

/** Starts a script with these words; `end` stops it as an administrator would, and says what it left to complain about. */
export async function startServer(words, { cwd, env, signal }) {
  const child = spawn(process.execPath, words, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const kill = () => child.kill('SIGKILL');
  signal.addEventListener('abort', kill);
  const [stdout, stderr] = [collect(child.stdout), collect(child.stderr)];
  const ended = once(child, 'close');
  try {
    const port = await portOf(child, stdout, stderr);
    return {
      url: `http://127.0.0.1:${port}/mcp`,
      async end() {
        const timer = setTimeout(kill, PATIENCE_MS);
        child.kill('SIGTERM');
        const [code, by] = await ended;
        clearTimeout(timer);
        signal.removeEventListener('abort', kill);
        return code === 0 ? undefined : `The server ended with ${code ?? by}:\n${stderr()}`;
      },
    };
  } catch (fault) {
    kill();
    throw fault;
  }
}
