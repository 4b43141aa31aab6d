// What the benchmark over HTTP found, as Markdown.
import { describeRun, table } from './results.mjs';
import { percentile } from './statistics.mjs';

const MOST_OWNERS = 9;

const number = (value) => (value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2));
const whole = (value) => Math.round(value).toLocaleString('en');
const times = (value, reference) => `×${(value / reference).toPrecision(2)}`;
const percent = (share) => `${(100 * share).toFixed(share < 0.1 ? 1 : 0)} %`;
const mb = (bytes) => `${number(bytes / 1e6)} MB`;

const FIGURES = [
  ['requests a second', ({ perSecond }) => perSecond, whole],
  ['p50, ms', ({ p50 }) => p50, number],
  ['p99, ms', ({ p99 }) => p99, number],
  ['processor, ms a request', ({ processor }) => processor / 1_000, number],
];

function compared(cell, reference) {
  return FIGURES.map(([, read, show]) =>
    cell === reference ? show(read(cell)) : `${show(read(cell))} (${times(read(cell), read(reference))})`,
  );
}

function throughputTable(measured, era) {
  const rows = measured
    .filter((cell) => cell.era === era)
    .map((cell) => {
      const reference = measured.find(
        ({ name, connections, ...other }) => name === 'empty' && connections === cell.connections && other.era === era,
      );
      const title = cell.name === 'empty' ? 'empty server: tools/call' : cell.kind;
      return [cell.connections, title, ...compared(cell, reference)];
    });
  return table(['connections', 'request', ...FIGURES.map(([head]) => head)], rows);
}

function tokensTable(measured) {
  const rows = measured
    .filter(({ name }) => name === 'tokens')
    .map((cell) => {
      const open = measured.find(({ name, kind }) => name === 'open' && kind === cell.kind);
      return [cell.kind, ...compared(cell, open)];
    });
  return table(['request', ...FIGURES.map(([head]) => head)], rows);
}

function memoryTable({ ours, empty }) {
  const [first] = ours;
  const [firstEmpty] = empty;
  const rows = ours.map((step, at) => [
    whole(step.requests),
    ...[
      [step.used, first.used],
      [step.resident, first.resident],
      [empty[at].used, firstEmpty.used],
      [empty[at].resident, firstEmpty.resident],
    ].map(([value, reference]) => (at === 0 ? mb(value) : `${mb(value)} (${times(value, reference)})`)),
  ]);
  const heads = ['heap + external', 'resident', 'empty server: heap + external', 'empty server: resident'];
  return table(['requests answered', ...heads], rows);
}

const median = (samples) => percentile(samples, 0.5);
const range = (samples) => `${whole(median(samples))} ms (${whole(Math.max(...samples))} ms)`;

function listenersTable({ told, bytes }) {
  const rows = [2025, 2026].map((era) => {
    const changes = told.filter((change) => change.era === era);
    const [{ clients }] = changes;
    const once = changes.reduce((sum, change) => sum + change.once, 0);
    return [
      era === 2025 ? `${whole(clients)} sessions of 2025` : `${whole(clients)} streams of 2026`,
      `${whole(once)} of ${whole(clients * changes.length)}`,
      range(changes.map(({ first }) => first)),
      range(changes.map(({ last }) => last)),
      `${number(bytes[era] / 1_000)} kB`,
    ];
  });
  const heads = ['told exactly once', 'save → first told', 'save → last told', 'heap + external of each'];
  return table(['clients', ...heads], rows);
}

function profileTable(profiles) {
  const sums = new Map();
  for (const { byOwner } of profiles)
    for (const [name, share] of byOwner) sums.set(name, (sums.get(name) ?? 0) + share);
  const names = [...sums].sort(([, a], [, b]) => b - a).map(([name]) => name);
  const rows = names
    .slice(0, MOST_OWNERS)
    .map((name) => [
      name,
      ...profiles.map(({ byOwner }) => percent(byOwner.find(([owner]) => owner === name)?.[1] ?? 0)),
    ]);
  return table(['where', ...profiles.map(({ kind }) => kind)], rows);
}

/** The whole report. */
export function reportHttp({ throughput, tokens, memory, held }, { plan, rounds, minutes }) {
  return [
    '## The server over HTTP',
    `${describeRun()} · ${minutes.toFixed(0)} minutes · ${whole(plan.documents)} made-up documents. ${whole(plan.requests)} requests a row, in ${rounds} rounds, all rows in turn. The client is the same for both servers and shares the machine with them: one process, connections that stay open, the next request when the last is answered. (×…) is in relation to the empty server at the same number of connections: a server on the same SDK with one tool that answers nothing, and no guard, log or metric. Processor time is that of the server's whole process.`,
    '### Requests of the 2026 protocol',
    throughputTable(throughput.measured, 2026),
    '### Requests of the 2025 protocol, each connection in its session',
    throughputTable(throughput.measured, 2025),
    '### With member tokens',
    `2026, 16 connections, ${whole(tokens.members)} members by turns, each from an address of their own (\`--tokens --trust-proxy\`). (×…) is in relation to the same server without tokens.`,
    tokensTable(tokens.measured),
    '### Memory',
    'After a collection; all kinds of requests by turns, half of them in sessions that come and go. (×…) is in relation to the first row.',
    memoryTable(memory),
    '### Clients that listen',
    `${whole(held.held.sessions)} sessions and ${whole(held.held.streams)} streams (each session has one too) at once, while one file is changed ${plan.changes} times. Times are medians (and the longest); the file system's events and the wait until a file is written to its end are in them. ${held.left} streams were left after the clients had gone.`,
    listenersTable(held),
    '### Where the time goes',
    'Shares of the busy time of our server, by whose code runs: 2026, 16 connections, without tokens.',
    profileTable(throughput.profiles),
  ].join('\n\n');
}
