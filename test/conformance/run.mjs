// The official conformance suite for servers, against our HTTP service as it was built.
// node test/conformance/run.mjs [FOLDER]   FOLDER keeps the installed suite for the next time
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { RUNS } from './expectations.mjs';
import { judge, pageOf } from './judgement.mjs';
import { startServer } from './server-process.mjs';
import { askSuite, installSuite } from './suite.mjs';

const PROJECT = resolve(import.meta.dirname, '..', '..');
const STARTER = ['context', 'prompts', 'team-context.yaml'];

/** How each server is started with a library of its own in this folder. */
const SERVERS = {
  async fixture(library) {
    await cp(join(import.meta.dirname, 'library'), library, { recursive: true });
    return [join(import.meta.dirname, 'fixture-server.mjs'), library];
  },
  async product(library) {
    for (const name of STARTER) await cp(join(PROJECT, name), join(library, name), { recursive: true });
    return [join(PROJECT, 'dist', 'main.js'), 'serve', library, '--http', '--port', '0', '--log-level', 'warn'];
  },
};

function say(text) {
  process.stdout.write(`${text}\n`);
}

/** Whether all was as expected. */
async function carryOut(run, suite, { folder, signal }) {
  const { server, revision, isMet = false } = run;
  const place = await mkdtemp(join(folder, `${server}-`));
  const library = join(place, 'library');
  await mkdir(library);
  const env = { TEAM_CONTEXT_CACHE: 'off', TEAM_CONTEXT_STATE: join(place, 'state') };
  const running = await startServer(await SERVERS[server](library), { cwd: place, env, signal });
  let complaint;
  let asked;
  try {
    asked = await askSuite(suite, { url: running.url, revision, folder: place, signal });
  } finally {
    complaint = await running.end();
  }
  const rows = judge(run, asked.results);
  say(pageOf(`The ${server} as a server of ${revision}`, rows));
  if (complaint !== undefined) say(complaint);
  const isRefused = isMet && asked.code !== 0;
  if (isRefused) say(`  BAD the suite says that ${revision} is not met (${asked.code})`);
  const isAsExpected = !isRefused && complaint === undefined && rows.every(({ surprises }) => surprises.length === 0);
  return { isAsExpected, rows };
}

function sum(rows, count) {
  return rows.reduce((total, row) => total + count(row), 0);
}

async function runAll(signal, kept) {
  const folder = await mkdtemp(join(tmpdir(), 'team-context-conformance-'));
  try {
    const suite = await installSuite(kept ?? folder, signal);
    const outcomes = [];
    for (const run of RUNS) outcomes.push(await carryOut(run, suite, { folder, signal }));
    const rows = outcomes.flatMap((outcome) => outcome.rows);
    const bad = outcomes.filter(({ isAsExpected }) => !isAsExpected).length;
    say(
      `\n${rows.length} scenarios: ${sum(rows, ({ passed }) => passed)} checks passed, ` +
        `${sum(rows, ({ expected }) => expected.length)} did not, as expected, ` +
        `${sum(rows, ({ surprises }) => surprises.length)} surprises in ${bad} of ${outcomes.length} runs.`,
    );
    return bad === 0 ? 0 : 1;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const stop = new AbortController();
for (const name of ['SIGINT', 'SIGTERM']) process.once(name, () => stop.abort());
const [kept] = process.argv.slice(2);
process.exitCode = await runAll(stop.signal, kept === undefined ? undefined : resolve(kept)).catch((fault) => {
  if (!stop.signal.aborted) throw fault;
  say('Stopped.');
  return 1;
});
