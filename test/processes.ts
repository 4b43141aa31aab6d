import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';

/** The project's folder, which is also the starter library. */
export const PROJECT = resolve(import.meta.dirname, '..');
/** The executable, as it was built. */
export const MAIN = resolve(PROJECT, 'dist', 'main.js');

/** What a server that a test starts has of the environment: it leaves nothing in the state folder of whoever runs the tests. */
export const CHILD_ENV: Readonly<Record<string, string>> = {
  PATH: process.env['PATH'] ?? '',
  TEAM_CONTEXT_CACHE: 'off',
  TEAM_CONTEXT_JOURNAL: 'off',
};

export interface RunOptions {
  readonly cwd?: string;
  /** Added to the environment; without a library of its own. */
  readonly env?: Readonly<Record<string, string>>;
}

function start(words: readonly string[], { cwd, env }: RunOptions): ChildProcessWithoutNullStreams {
  const { TEAM_CONTEXT_LIBRARY: _, ...ours } = process.env;
  return spawn(process.execPath, [MAIN, ...words], { cwd: cwd ?? PROJECT, env: { ...ours, ...env } });
}

function collect(stream: NodeJS.ReadableStream): () => string {
  let text = '';
  stream.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk;
  });
  return () => text;
}

/** How a process ended: its exit code, or the signal that ended it. */
export interface End {
  readonly code: number | null;
  readonly signal: string | null;
}

function endOf(child: ChildProcessWithoutNullStreams): Promise<End> {
  return new Promise((done, fail) => {
    child.once('error', fail).once('close', (code, signal) => done({ code, signal }));
  });
}

/** Runs `team-context` with these words until it ends by itself. */
export async function run(
  words: readonly string[],
  options: RunOptions = {},
): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const child = start(words, options);
  const [stdout, stderr] = [collect(child.stdout), collect(child.stderr)];
  child.stdin.end();
  const { code } = await endOf(child);
  return { code, stdout: stdout(), stderr: stderr() };
}

const answer = z.looseObject({
  id: z.number().optional(),
  method: z.string().optional(),
  result: z.record(z.string(), z.unknown()).optional(),
  error: z.looseObject({ code: z.number(), message: z.string() }).optional(),
});
export type Answer = z.output<typeof answer>;

/** A server without a client: its lines as they are. */
export interface RawServer {
  readonly pid: number;
  /** Everything that came over standard output, in order. */
  readonly answers: readonly Answer[];
  stderr(): string;
  /** Sends without waiting; answers with the request's id. */
  send(method: string, params?: Record<string, unknown>): number;
  /** Sends and waits for the answer, be it a result or an error. */
  ask(method: string, params?: Record<string, unknown>): Promise<Answer>;
  /** The end of standard input, as when a client goes. */
  hangUp(): void;
  kill(signal: NodeJS.Signals): void;
  readonly ended: Promise<End>;
}

/** Starts `team-context` with these words as a server, in whose place nobody speaks. */
export function startServer(words: readonly string[], options: RunOptions = {}): RawServer {
  const child = start(words, options);
  const answers: Answer[] = [];
  const waiting = new Map<number, (answer: Answer) => void>();
  const stderr = collect(child.stderr);
  let last = 0;
  createInterface({ input: child.stdout }).on('line', (line) => {
    const message = answer.parse(JSON.parse(line));
    answers.push(message);
    if (message.id !== undefined) waiting.get(message.id)?.(message);
  });
  const write = (method: string, params: Record<string, unknown> | undefined, id: number): void => {
    child.stdin.write(
      `${JSON.stringify({ jsonrpc: '2.0', id, method, ...(params === undefined ? {} : { params }) })}\n`,
    );
  };
  return {
    pid: child.pid ?? 0,
    answers,
    stderr,
    send(method, params) {
      write(method, params, ++last);
      return last;
    },
    ask(method, params) {
      const id = ++last;
      return new Promise((done) => {
        waiting.set(id, done);
        write(method, params, id);
      });
    },
    hangUp: () => child.stdin.end(),
    kill: (signal) => void child.kill(signal),
    ended: endOf(child),
  };
}

/** The 2025 handshake. */
export async function greet(server: RawServer): Promise<Answer> {
  const clientInfo = { name: 'raw', version: '1' };
  return server.ask('initialize', { protocolVersion: '2025-06-18', capabilities: {}, clientInfo });
}

/** A server on the network of this machine. */
export interface HttpServer {
  /** Where clients connect. */
  readonly url: string;
  stdout(): string;
  stderr(): string;
  kill(signal: NodeJS.Signals): void;
  readonly ended: Promise<End>;
}

/** Starts `team-context serve --http` with these words, on a free port unless they name one. Fails when it ends before it serves. */
export async function startHttpServer(words: readonly string[], options: RunOptions = {}): Promise<HttpServer> {
  const port = words.includes('--port') ? [] : ['--port', '0'];
  const child = start(['serve', '--http', ...port, ...words], options);
  const [stdout, stderr] = [collect(child.stdout), collect(child.stderr)];
  const ended = endOf(child);
  const serving = new Promise<string>((resolve) => {
    child.stdout.on('data', () => {
      const [, base] = /^team-context is serving\. Open (\S+)\/ in a browser/m.exec(stdout()) ?? [];
      if (base !== undefined) resolve(`${base}/mcp`);
    });
  });
  const url = await Promise.race([serving, ended]);
  if (typeof url !== 'string') throw new Error(`The server ended before it served: ${stderr()}`);
  return { url, stdout, stderr, kill: (signal) => void child.kill(signal), ended };
}
