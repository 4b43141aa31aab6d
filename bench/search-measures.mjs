// What is measured of one engine. Times are in milliseconds, memory in bytes.
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setImmediate, setTimeout as wait } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { fieldsOf, replacement, withSentence } from './search-documents.mjs';

/** One for each digit. No letter comes twice in a row, which some engines take for one. */
const SYLLABLES = ['bo', 'cu', 'da', 'fo', 'gu', 'ha', 'jo', 'ku', 'la', 'mo'];
const MONITOR_MS = 1;

/** From the first document to the last one's being searchable, and the longest time for which nothing else could run. */
export async function measureBuild(engine, texts) {
  engine.prepare?.(texts);
  globalThis.gc();
  const monitor = monitorEventLoopDelay({ resolution: MONITOR_MS });
  monitor.enable();
  await wait(5 * MONITOR_MS);
  monitor.reset();
  // the monitor counts from its first look after a reset
  await wait(5 * MONITOR_MS);
  const began = performance.now();
  await engine.fill(texts);
  const build = performance.now() - began;
  await wait(5 * MONITOR_MS);
  monitor.disable();
  return { build, block: monitor.max / 1e6 };
}

/** Every question's time, until the seconds are over. */
export async function measureQuestions(engine, questions, seconds) {
  const times = [];
  const end = performance.now() + 1_000 * seconds;
  let found = 0;
  for (const question of questions) {
    const began = performance.now();
    const hits = await engine.find(question);
    const now = performance.now();
    times.push(now - began);
    if (hits.length > 0) found++;
    if (now > end) break;
  }
  return { times, found };
}

/** What is in use after everything that nobody needs has been collected. */
export async function measureMemory() {
  for (let i = 0; i < 3; i++) {
    globalThis.gc();
    await setImmediate();
  }
  const { heapUsed, external, rss } = process.memoryUsage();
  return { heap: heapUsed, external, resident: rss };
}

const wordFor = (sort, at) => `${sort}${[...String(at)].map((digit) => SYLLABLES[digit]).join('')}q`;

/** From handing over a changed document until it is the best answer to its new word; ends when the seconds are over. */
export async function measureChanges(engine, { documents, sort, most, seconds }) {
  const times = [];
  let missed = 0;
  const end = performance.now() + 1_000 * seconds;
  const count = Math.min(most, documents.length);
  for (let at = 0; at < count; at++) {
    const place = Math.floor((at * documents.length) / count);
    const word = wordFor(sort === 'edit' ? 'zyx' : 'xyz', at);
    const document = sort === 'edit' ? withSentence(documents[place], word) : replacement(documents[place], at, word);
    const text = { document, fields: fieldsOf(document) };
    documents[place] = document;
    engine.prepareReplace?.(text);
    const began = performance.now();
    await engine.replace(text);
    const [hit] = await engine.find(word);
    const now = performance.now();
    times.push(now - began);
    if (hit?.id !== document.id) missed++;
    if (now > end) break;
  }
  return { times, missed };
}

const SAME = 'baco dila fegu';

/**
 * Saving the index, and opening another one from what was saved; undefined for an engine that cannot. One that can be asked
 * after loading has to answer as before.
 */
export async function measureWarmStart(engine, open) {
  if (engine.save === undefined) return undefined;
  globalThis.gc();
  let began = performance.now();
  const saved = engine.save();
  const save = performance.now() - began;
  const another = open();
  globalThis.gc();
  began = performance.now();
  another.load(saved);
  const load = performance.now() - began;
  if (another.isWhole && !isDeepStrictEqual(another.find(SAME), engine.find(SAME))) {
    throw new Error('What was loaded answers differently from what was saved.');
  }
  return { save, load, bytes: another.bytesOf(saved) };
}
