// Measures start, change and memory beside an empty server on the same SDK, in turn, in one run; prints medians and ratios.
//   node bench/run.mjs [SIZE ...]     sizes in documents; 10 100 1000 10000 when none is given
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { EDITED, writeLibrary } from './library.mjs';
import { connect, median } from './peer.mjs';

const MAIN = resolve(import.meta.dirname, '..', 'dist', 'main.js');
const EMPTY = resolve(import.meta.dirname, 'empty-server.mjs');
const STARTS = 5;
const CHANGES = 7;
const SETTLE_MS = 2_500;

const given = process.argv.slice(2).map(Number);
const sizes = given.length > 0 ? given : [10, 100, 1_000, 10_000];
const QUERY = 'baco dila fegu';

/** From spawning the process to its first list of tools, to its first search, and its memory then. */
async function start(args, state) {
  const peer = await connect(args, state);
  await peer.request('tools/list');
  const listed = performance.now() - peer.started;
  await peer.search(QUERY);
  const searched = performance.now() - peer.started;
  const memory = peer.memory();
  await peer.end();
  return { listed, searched, memory };
}

/** Starts that take over what an earlier one saved. */
async function startWarm(library) {
  const state = mkdtempSync(join(tmpdir(), 'team-context-bench-state-'));
  const args = [MAIN, 'serve', library];
  const runs = [];
  await start(args, state);
  for (let i = 0; i < STARTS; i++) runs.push(await start(args, state));
  rmSync(state, { recursive: true });
  return runs;
}

/** From the end of writing a file to the first search that finds its new word, asked every 5 ms. */
async function change(library) {
  const peer = await connect([MAIN, 'serve', library]);
  await peer.search(QUERY);
  const times = [];
  for (let i = 0; i < CHANGES; i++) {
    await wait(SETTLE_MS);
    const word = `quetzal${'abcdefghij'[i]}`;
    appendFileSync(join(library, ...EDITED), `\nOnly here: ${word}.\n`);
    const saved = performance.now();
    while (!(await peer.search(word)).some(({ snippet }) => snippet.includes(word))) await wait(5);
    times.push(performance.now() - saved);
  }
  const memory = peer.memory();
  await peer.end();
  return { times, memory };
}

const ms = (number) => `${number.toFixed(0)} ms`;
const mb = (number) => `${number.toFixed(0)} MB`;
const rows = [];
for (const size of sizes) {
  const library = mkdtempSync(join(tmpdir(), 'team-context-bench-'));
  writeLibrary(library, size);
  await wait(SETTLE_MS);
  const ours = [];
  const empty = [];
  for (let i = 0; i < STARTS; i++) {
    ours.push(await start([MAIN, 'serve', library]));
    empty.push(await start([EMPTY]));
  }
  const warm = await startWarm(library);
  const { times, memory } = await change(library);
  rmSync(library, { recursive: true });
  const of = (runs, name) => median(runs.map((run) => run[name]));
  const against = (name, unit) =>
    `${unit(of(ours, name))} / ${unit(of(empty, name))} = ${(of(ours, name) / of(empty, name)).toFixed(2)}`;
  rows.push({
    documents: size,
    'start → tools/list (ours / empty)': against('listed', ms),
    'start → search (ours / empty)': against('searched', ms),
    'start → search with a cache (and as a part of that without)': `${ms(of(warm, 'searched'))} = ${(of(warm, 'searched') / of(ours, 'searched')).toFixed(2)}`,
    'memory at start (ours / empty)': against('memory', mb),
    'change → search, median (max)': `${ms(median(times))} (${ms(Math.max(...times))})`,
    'memory after changes': mb(memory),
  });
  console.log(JSON.stringify(rows.at(-1), null, 2));
}
console.log(
  `Node ${process.version}, ${process.platform} ${process.arch}; medians of ${STARTS} starts in turn and ${CHANGES} changes.`,
);
