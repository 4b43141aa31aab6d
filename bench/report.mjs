// Measures the report and the digest over a journal of a year, beside a plain computation over the same lines, in one run.
//   node bench/report.mjs [ENTRIES]     1,000,000 when none is given
import { fork } from 'node:child_process';
import { mkdtempSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { built } from './built.mjs';
import { generator } from './library.mjs';
import { median } from './peer.mjs';
import { describeRun, table } from './results.mjs';

const MEMBERS = 100;
const DOCUMENTS = 300;
const WEEKS = 52;
const DAY_MS = 86_400_000;
const TODAY = Date.UTC(2026, 10, 25) / DAY_MS;
const RUNS = 3;
const TASKS = ['reading', 'report', 'digest', 'plain'];
const FOLDERS = ['context/workflows', 'prompts', 'context/brand', 'context/learnings', 'context/wins', 'inbox'];
const USES = ['prompt', 'document', 'document', 'search', 'brief', 'share'];

const idAt = (number) => `${FOLDERS[number % FOLDERS.length]}/document-${number}.md`;

/** One line for each entry, late ones among them and some of them twice; members and documents are as unequal as in life. */
function writeJournal(file, count) {
  const random = generator(count);
  const unequal = (most) => Math.floor(most ** random()) - 1;
  const handle = openSync(file, 'w');
  let lines = [];
  for (let number = 0; number < count; number++) {
    const use = USES[Math.floor(USES.length * random())];
    const isGap = use === 'search' && random() < 0.3;
    const line = JSON.stringify({
      id: `${number.toString(36).padStart(8, '0')}${Math.floor(2 ** 32 * random()).toString(36)}`,
      at: Math.floor((TODAY + 1 - 365 * random()) * DAY_MS) - 1,
      member: `Member ${unequal(MEMBERS + 1)}`,
      use,
      ids:
        use === 'search'
          ? []
          : Array.from({ length: 1 + Math.floor(3 * random()) }, () => idAt(unequal(DOCUMENTS + 1))),
      outcome: isGap ? 'nothing' : 'done',
      ...(isGap ? { words: `question ${unequal(5_000)}` } : {}),
    });
    lines.push(line);
    if (random() < 0.05) lines.push(line);
    if (lines.length < 5_000 && number < count - 1) continue;
    writeSync(handle, `${lines.join('\n')}\n`);
    lines = [];
  }
}

/** The library that they used. */
async function makeSnapshot() {
  const { parse } = await built('library/parse');
  const { takeSnapshot } = await built('library/snapshot');
  const { DEFAULT_SETTINGS } = await built('settings');
  const documents = Array.from({ length: DOCUMENTS }, (_, number) => {
    const text = `---\ntitle: Document ${number}\nauthor: Member ${number % MEMBERS}\nminutes_before: 60\nminutes_after: 20\n---\nText.\n`;
    const source = {
      id: idAt(number),
      bytes: new TextEncoder().encode(text),
      hash: String(number),
      modified: TODAY * DAY_MS,
    };
    return parse(source).document;
  });
  return takeSnapshot({ documents, settings: DEFAULT_SETTINGS });
}

/** The entries of a file in batches, as a journal gives them. */
async function* batchesIn(file) {
  const handle = await open(file);
  let batch = [];
  for await (const line of handle.readLines()) {
    batch.push(JSON.parse(line));
    if (batch.length < 1_000) continue;
    yield batch;
    batch = [];
  }
  yield batch;
}

const nearest = async () => [];

/** Only what anybody has to do who goes through the file. */
async function readOnly(file) {
  let entries = 0;
  for await (const batch of batchesIn(file)) entries += batch.length;
  return entries;
}

async function writeReport(file, snapshot) {
  const { gatherUsage } = await built('journal/usage/usage');
  const { reportOf } = await built('journal/report/report');
  const { reportPage } = await built('journal/report/report-page');
  const { firstDayOf } = await built('journal/report/weeks');
  const window = { from: firstDayOf(WEEKS, TODAY), to: TODAY };
  const usage = await gatherUsage(batchesIn(file), { window });
  const kept = await reportOf({ usage, window, snapshot, nearest, namesMembers: true });
  return [usage, reportPage(kept)];
}

async function writeDigest(file, snapshot) {
  const { gatherUsage } = await built('journal/usage/usage');
  const { digestOf, usageForDigest } = await built('journal/digest/digest');
  const { digestPage } = await built('journal/digest/digest-page');
  const since = TODAY - 7;
  const usage = await gatherUsage(batchesIn(file), usageForDigest(since, TODAY));
  return [usage, digestPage(await digestOf({ snapshot, usage, since, today: TODAY, nearest }))];
}

/** All lines in one array, without doubles, then one grouping for each figure of the report. */
async function computePlainly(file) {
  const parsed = readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  const entries = [...new Map(parsed.map((entry) => [entry.id, entry])).values()];
  const weekOf = ({ at }) => Math.floor((Math.floor(at / DAY_MS) + 3) / 7);
  const groupBy = (all, keyOf) => {
    const groups = new Map();
    for (const one of all) {
      const key = keyOf(one);
      if (!groups.has(key)) groups.set(key, []);
      groups.get(key).push(one);
    }
    return groups;
  };
  const weeks = [...groupBy(entries, weekOf)].map(([week, ofWeek]) => {
    const counts = [...groupBy(ofWeek, ({ member }) => member).values()]
      .map((uses) => uses.length)
      .sort((a, b) => b - a);
    const top = counts.slice(0, Math.ceil(counts.length / 10)).reduce((sum, count) => sum + count, 0);
    return [week, counts.length, top / ofWeek.length];
  });
  const pairs = entries.flatMap((entry) => (entry.use === 'share' ? [] : entry.ids.map((id) => ({ id, entry }))));
  const spread = [...groupBy(pairs, ({ id }) => id)].map(([id, uses]) => {
    const firsts = new Map();
    const days = new Set();
    for (const { entry } of uses) {
      firsts.set(entry.member, Math.min(firsts.get(entry.member) ?? Infinity, weekOf(entry)));
      days.add(`${entry.member} ${Math.floor(entry.at / DAY_MS)}`);
    }
    return [id, firsts, days.size];
  });
  const missed = entries.filter(({ words }) => words !== undefined);
  const gaps = [...groupBy(missed, ({ words }) => words.toLowerCase())].map(([words, searches]) => {
    return [words, new Set(searches.map(({ member }) => member)).size, searches.length];
  });
  return [entries, weeks, spread, gaps];
}

const WORK = { reading: readOnly, report: writeReport, digest: writeDigest, plain: computePlainly };

/** One task in a process of its own: seconds, what it holds in the end, and the most that was resident. */
async function work(task, file) {
  const snapshot = await makeSnapshot();
  global.gc();
  const before = process.memoryUsage();
  const began = performance.now();
  const kept = await WORK[task](file, snapshot);
  const seconds = (performance.now() - began) / 1_000;
  global.gc();
  const after = process.memoryUsage();
  const held = after.heapUsed + after.external - before.heapUsed - before.external;
  process.send({ seconds, held: held / 1e6, peak: process.resourceUsage().maxRSS / 1e3, kept: kept !== undefined });
  process.disconnect();
}

function measure(task, file) {
  const execArgv = ['--expose-gc', '--max-old-space-size=12000'];
  const child = fork(join(import.meta.dirname, 'report.mjs'), [task, file], { execArgv });
  return new Promise((done, fail) => {
    child.once('message', done);
    child.once('exit', (code) => fail(new Error(`${task} ended with ${code}`)));
  });
}

async function compare(count) {
  const folder = mkdtempSync(join(tmpdir(), 'team-context-bench-'));
  const file = join(folder, 'journal.jsonl');
  writeJournal(file, count);
  const runs = Object.fromEntries(TASKS.map((task) => [task, []]));
  for (let run = 0; run < RUNS; run++) {
    for (const task of TASKS) runs[task].push(await measure(task, file));
  }
  rmSync(folder, { recursive: true });
  const of = (task, figure) => median(runs[task].map((one) => one[figure]));
  const cell = (task, figure, unit) => {
    const ratio = of(task, figure) / of('plain', figure);
    return `${of(task, figure).toFixed(1)} ${unit} (×${ratio.toPrecision(2)})`;
  };
  const names = { reading: 'reading the lines alone', report: 'report', digest: 'digest', plain: 'plain computation' };
  const rows = TASKS.map((task) => [
    names[task],
    cell(task, 'seconds', 's'),
    cell(task, 'held', 'MB'),
    cell(task, 'peak', 'MB'),
  ]);
  console.log(`${describeRun()}\n`);
  console.log(
    `${count.toLocaleString('en')} entries of ${MEMBERS} members and ${DOCUMENTS} documents over a year; medians of ${RUNS} runs in turn. (×…) is in relation to the plain computation.\n`,
  );
  console.log(table(['', 'time', 'heap and external held', 'most resident'], rows));
}

const [first = '1000000', file] = process.argv.slice(2);
if (file === undefined) await compare(Number(first));
else await work(first, file);
