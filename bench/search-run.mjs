// Measures all engines over one set of documents: builds one after the other, questions and changes in turn.

import { startEngine } from './search-process.mjs';
import { percentile } from './statistics.mjs';

const LENGTHS = [1, 3, 8];
const ROUNDS = 5;
const WARM_UP_QUESTIONS = 60;
const WARM_UP_SECONDS = 3;
/** Small builds are measured in several processes in turn. */
const SMALL = 1_000;
const SMALL_BUILDS = 3;

const median = (samples) => percentile(samples, 0.5);

/** Reports what was measured of each engine by its name; one that could not be measured has `reason` instead. */
export async function measureEngines(names, { size, folder, limits, tell }) {
  const rows = new Map(names.map((name) => [name, { builds: [], questions: {}, changes: {} }]));
  const running = new Map();
  try {
    for (let at = 0; at < (size > SMALL ? 1 : SMALL_BUILDS); at++) await buildAll(at);
    await inTurn(warmUp);
    for (const length of LENGTHS) {
      for (let round = 0; round < ROUNDS; round++) await inTurn((engine, row) => ask({ engine, row, length, round }));
    }
    await inTurn(measureMemory);
    for (const sort of ['edit', 'replace']) await inTurn((engine, row, name) => change({ engine, row, name, sort }));
    await inTurn(finish);
  } finally {
    await Promise.all([...running.values()].map((engine) => engine.end()));
  }
  return new Map([...rows].map(([name, row]) => [name, figuresOf(row)]));

  /** Once with every engine that is still there, one after the other; the first is another each time. */
  async function inTurn(act) {
    const all = [...running];
    all.push(...all.splice(0, turns++ % Math.max(1, all.length)));
    for (const [name, engine] of all) await attempt(name, () => act(engine, rows.get(name), name));
  }

  async function attempt(name, act) {
    try {
      await act();
    } catch (fault) {
      tell(`${name}: ${fault.message}`);
      rows.get(name).reason = fault.message.split('\n')[0];
      await running.get(name)?.end();
      running.delete(name);
    }
  }

  async function buildAll(at) {
    for (const name of names) {
      const row = rows.get(name);
      if (row.reason !== undefined) continue;
      await running.get(name)?.end();
      const engine = startEngine();
      running.set(name, engine);
      await attempt(name, async () => {
        await engine.order('prepare', { name, size, folder });
        row.builds.push(await engine.order('build', {}, 2 * limits.buildSeconds));
        tell(`${name}: built in ${(row.builds.at(-1).build / 1_000).toFixed(2)} s (${at + 1})`);
      });
    }
  }

  async function warmUp(engine) {
    for (const length of LENGTHS) {
      await engine.order('questions', { length, count: WARM_UP_QUESTIONS, seed: 99, seconds: WARM_UP_SECONDS });
    }
  }

  async function ask({ engine, row, length, round }) {
    const count = Math.ceil(limits.questions / ROUNDS);
    const seconds = limits.questionSeconds / ROUNDS;
    const { times, found } = await engine.order('questions', { length, count, seed: round + 1, seconds });
    row.questions[length] ??= { times: [], found: 0 };
    row.questions[length].times.push(...times);
    row.questions[length].found += found;
  }

  async function measureMemory(engine, row) {
    row.memory = await engine.order('memory');
  }

  async function change({ engine, row, name, sort }) {
    row.changes[sort] = await engine.order('changes', { sort, most: limits.changes, seconds: limits.changeSeconds });
    tell(`${name}: ${sort} in ${median(row.changes[sort].times).toFixed(2)} ms (${row.changes[sort].times.length})`);
  }

  async function finish(engine, row) {
    row.warmStart = await engine.order('warmStart');
    row.sliced = await engine.order('sliced');
  }
}

let turns = 0;

function figuresOf({ reason, builds, questions, changes, memory, warmStart, sliced }) {
  if (reason !== undefined) return { reason };
  const ofQuestions = Object.entries(questions).map(([length, { times, found }]) => [
    length,
    { p50: median(times), p99: percentile(times, 0.99), count: times.length, found },
  ]);
  return {
    build: median(builds.map(({ build }) => build)),
    block: median((sliced === undefined ? builds : [sliced]).map(({ block }) => block)),
    isSliced: sliced !== undefined,
    questions: Object.fromEntries(ofQuestions),
    edit: median(changes.edit.times),
    replace: median(changes.replace.times),
    counts: { edit: changes.edit.times.length, replace: changes.replace.times.length },
    missed: changes.edit.missed + changes.replace.missed,
    memory,
    warmStart,
  };
}
