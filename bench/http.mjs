// Measures the server over HTTP beside an empty one on the same SDK, in turn, in one run. Writes bench/RESULTS.md.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readFlags } from './flags.mjs';
import { measureListeners } from './http-listeners.mjs';
import { measureLoad, together } from './http-load.mjs';
import { measureMemory } from './http-memory.mjs';
import { measureProfile } from './http-profile.mjs';
import { reportHttp } from './http-report.mjs';
import { EMPTY_KIND, requestKinds } from './http-requests.mjs';
import { startEmpty, startOurs, startWithTokens } from './http-server.mjs';
import { writeLibrary } from './library.mjs';
import { writeSection } from './results.mjs';

const USAGE = `usage: node bench/http.mjs [--requests 2000] [--documents 1000] [--memory 10000,100000] [--clients 500]
                           [--changes 5] [--profiles DIR] [--quick] [--dry-run]

  --requests   requests of each kind, at each number of connections, for each server
  --documents  made-up documents in the library
  --memory     after how many requests memory is looked at
  --clients    sessions of 2025 that listen, and as many streams of 2026
  --changes    how often the file is changed of which they are told
  --profiles   a folder for the processor profiles, to be opened in a browser's developer tools
  --quick      a tenth of the requests, for a look
  --dry-run    do not write RESULTS.md

The environment variable DIST names a folder to take our own server from instead of dist/.`;

const flags = readFlags(
  {
    requests: { type: 'string', default: '2000' },
    documents: { type: 'string', default: '1000' },
    memory: { type: 'string', default: '10000,100000' },
    clients: { type: 'string', default: '500' },
    changes: { type: 'string', default: '5' },
    profiles: { type: 'string' },
    quick: { type: 'boolean', default: false },
    'dry-run': { type: 'boolean', default: false },
  },
  USAGE,
);

const CONNECTIONS = [1, 16, 64];
/** What tokens cost is measured at one of them, which every limit of one member allows. */
const CONNECTIONS_WITH_TOKENS = 16;
const ROUNDS = 3;
const WARM_UP = 500;
const TOP_FUNCTIONS = 25;
/** Fewer than a member may send at once after a rest. */
const MOST_A_MEMBER = 400;

const scale = flags.quick ? 0.1 : 1;
const plan = {
  requests: Number(flags.requests) * scale,
  documents: Number(flags.documents),
  memory: flags.memory.split(',').map((step) => Number(step) * scale),
  clients: Number(flags.clients) * scale,
  changes: Number(flags.changes),
};
if (![plan.requests, plan.documents, ...plan.memory, plan.clients, plan.changes].every((number) => number > 0)) {
  console.error(`A number is wrong.\n\n${USAGE}`);
  process.exit(2);
}

const tell = (line) => console.error(line);
const kinds = requestKinds(plan.documents);
const methodOf = (kind) => kind.split(' ')[0];
const loadOf = (kind, { era = 2026, connections, count }) => ({
  ...{ era, connections, count, method: methodOf(kind), paramsOf: kinds[kind] },
});

/** Every kind with our server, and the empty server's one, in turn; `cells` say what is measured of which. */
async function measureInTurn(cells) {
  const count = Math.ceil(plan.requests / ROUNDS);
  const rounds = cells.map(() => []);
  for (let round = 0; round < ROUNDS; round++) {
    for (const [at, { server, kind, ...where }] of cells.entries()) {
      rounds[at].push(await measureLoad(server, loadOf(kind, { ...where, count })));
    }
    tell(`  round ${round + 1} of ${ROUNDS}`);
  }
  return cells.map(({ server: _, ...cell }, at) => ({ ...cell, ...together(rounds[at]) }));
}

async function warmUp(server, names, eras) {
  for (const era of eras) {
    for (const kind of names) await measureLoad(server, loadOf(kind, { era, connections: 8, count: WARM_UP }));
  }
}

const temporary = (name) => mkdtempSync(join(tmpdir(), `team-context-bench-${name}-`));
const [library, state] = [temporary('http'), temporary('state')];
const running = [];
const keep = async (starting) => {
  running.push(await starting);
  return running.at(-1);
};
async function endAll() {
  for (const server of running.splice(0)) await server.end();
}

async function measureThroughput() {
  const names = Object.keys(kinds);
  const [ours, empty] = [await keep(startOurs(library)), await keep(startEmpty())];
  await warmUp(ours, names, [2026, 2025]);
  await warmUp(empty, [EMPTY_KIND], [2026, 2025]);
  const cells = [2026, 2025].flatMap((era) =>
    CONNECTIONS.flatMap((connections) => [
      { name: 'empty', server: empty, kind: EMPTY_KIND, era, connections },
      ...names.map((kind) => ({ name: 'ours', server: ours, kind, era, connections })),
    ]),
  );
  const measured = await measureInTurn(cells);
  const profiles = [];
  for (const kind of names) {
    const load = loadOf(kind, { connections: CONNECTIONS_WITH_TOKENS, count: plan.requests });
    profiles.push({ kind, ...(await measureProfile(ours, load)) });
  }
  await endAll();
  return { measured, profiles };
}

async function measureTokens() {
  const names = Object.keys(kinds);
  const count = Math.ceil((names.length * (WARM_UP + plan.requests + ROUNDS)) / MOST_A_MEMBER);
  const open = await keep(startOurs(library));
  const closed = await keep(startWithTokens(library, { state, count }));
  for (const server of [open, closed]) await warmUp(server, names, [2026]);
  const cells = names.flatMap((kind) =>
    [open, closed].map((server) => ({
      ...{ name: server === open ? 'open' : 'tokens', server, kind, era: 2026, connections: CONNECTIONS_WITH_TOKENS },
    })),
  );
  const measured = await measureInTurn(cells);
  await endAll();
  return { measured, members: count };
}

async function measureGrowth() {
  const ours = await measureMemory(await keep(startOurs(library)), kinds, plan.memory);
  await endAll();
  const only = { [EMPTY_KIND]: kinds[EMPTY_KIND] };
  const empty = await measureMemory(await keep(startEmpty()), only, plan.memory);
  await endAll();
  return { ours, empty };
}

async function measureHeld() {
  const most = ['--max-sessions', String(plan.clients), '--max-streams', String(2 * plan.clients)];
  const server = await keep(startOurs(library, { flags: most }));
  const held = await measureListeners(server, library, plan);
  await endAll();
  return held;
}

function showProfiles(profiles) {
  for (const { kind, profile, byFunction } of profiles) {
    tell(`\n${kind}: share of the busy time, by function`);
    for (const [name, share] of byFunction.slice(0, TOP_FUNCTIONS)) tell(`  ${(100 * share).toFixed(1)} % ${name}`);
    if (flags.profiles === undefined) continue;
    writeFileSync(join(flags.profiles, `${kind.replace(/\W+/g, '-')}.cpuprofile`), JSON.stringify(profile));
  }
}

const began = performance.now();
try {
  writeLibrary(library, plan.documents);
  tell('requests');
  const throughput = await measureThroughput();
  tell('requests with tokens');
  const tokens = await measureTokens();
  tell('memory');
  const memory = await measureGrowth();
  tell('listeners');
  const held = await measureHeld();
  showProfiles(throughput.profiles);
  const minutes = (performance.now() - began) / 60_000;
  const report = reportHttp({ throughput, tokens, memory, held }, { plan, rounds: ROUNDS, minutes });
  console.log(report);
  if (!flags['dry-run']) writeSection('http', report);
} finally {
  await endAll();
  for (const folder of [library, state]) rmSync(folder, { recursive: true });
}
