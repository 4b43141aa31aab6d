// The suite itself: installed outside the project, run on a Node of its own.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SUITE, SUITE_NODE } from './expectations.mjs';

/** One run takes a few seconds. One that hangs ends here. */
const LONGEST_MS = 60_000;
/** The names of the suite's folders of results: the command, the scenario, and when it ran. */
const RESULT_FOLDER = /^server-(.+?)-\d{4}-\d{2}-\d{2}T[\d-]+Z$/;

async function run(program, words, options) {
  const child = spawn(program, words, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (part) => {
      output += part;
    });
  const [code, signal] = await once(child, 'close');
  return { code: code ?? signal, output };
}

/** Installs the suite and its Node into this folder, unless they are there. */
export async function installSuite(folder, signal) {
  const node = join(folder, 'node_modules', 'node', 'bin', 'node');
  const main = join(folder, 'node_modules', '@modelcontextprotocol', 'conformance', 'dist', 'index.js');
  if (!existsSync(node) || !existsSync(main)) {
    const words = ['install', '--silent', '--no-audit', '--no-fund', '--prefix', folder, SUITE, SUITE_NODE];
    const { code, output } = await run('npm', words, { signal });
    if (code !== 0) throw new Error(`The suite could not be installed (${code}):\n${output}`);
  }
  return { node, main };
}

async function readResults(folder) {
  const results = new Map();
  for (const name of await readdir(folder)) {
    const scenario = RESULT_FOLDER.exec(name)?.[1];
    if (scenario === undefined) throw new Error(`What is the result "${name}"?`);
    results.set(scenario, JSON.parse(await readFile(join(folder, name, 'checks.json'), 'utf8')));
  }
  return results;
}

/** Asks the server at this URL for everything that a revision requires. Gives the suite's exit code and all checks. */
export async function askSuite({ node, main }, { url, revision, folder, signal }) {
  const out = await mkdtemp(join(folder, `${revision}-`));
  const words = [main, 'server', '--url', url, '--requirements', revision, '-o', out];
  const patience = AbortSignal.any([signal, AbortSignal.timeout(LONGEST_MS)]);
  const { code, output } = await run(node, words, { cwd: tmpdir(), signal: patience });
  const results = await readResults(out);
  if (results.size === 0) throw new Error(`The suite ran nothing (${code}):\n${output}`);
  return { code, results };
}
