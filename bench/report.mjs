// Measures the report and the digest over a journal of a year, beside a plain computation over the same files, in one run.
// Writes bench/RESULTS.md.
//   node bench/report.mjs [ENTRIES] [--dry-run]     1,000,000 when none is given
import { fork } from 'node:child_process';
import { appendFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { built } from './built.mjs';
import { generator } from './library.mjs';
import { median } from './peer.mjs';
import { describeRun, table, writeSection } from './results.mjs';

const MEMBERS = 100;
const DOCUMENTS = 300;
const WEEKS = 52;
const DAY_MS = 86_400_000;
const TODAY = Date.UTC(2026, 10, 25) / DAY_MS;
const RUNS = 3;
/** So many lines are written at once. */
const FLUSHED = 100_000;
const TASKS = ['reading', 'report', 'digest', 'plain'];
const FOLDERS = ['context/workflows', 'prompts', 'context/brand', 'context/learnings', 'context/wins', 'inbox'];
const USES = ['prompt', 'document', 'document', 'search', 'brief', 'share'];

const idAt = (number) => `${FOLDERS[number % FOLDERS.length]}/document-${number}.md`;

/** One entry; members and documents are as unequal as in life. */
function entryAt(number, random) {
  const unequal = (most) => Math.floor(most ** random()) - 1;
  const use = USES[Math.floor(USES.length * random())];
  const isGap = use === 'search' && random() < 0.3;
  const ids = Array.from({ length: 1 + Math.floor(3 * random()) }, () => idAt(unequal(DOCUMENTS + 1)));
  return {
    id: `${number.toString(36).padStart(8, '0')}${Math.floor(2 ** 32 * random()).toString(36)}`,
    at: Math.floor((TODAY + 1 - 365 * random()) * DAY_MS) - 1,
    member: `Member ${unequal(MEMBERS + 1)}`,
    use,
    ids: use === 'search' ? [] : ids,
    outcome: isGap ? 'nothing' : 'done',
    ...(isGap ? { words: `question ${unequal(5_000)}` } : {}),
  };
}

/** A journal as it is kept: a file for each member and month, in no order, and some lines of it twice. */
async function writeJournal(folder, count) {
  const { lineOf } = await built('journal/files/lines');
  const { fileNameOf, seriesOf } = await built('journal/files/file-name');
  const random = generator(count);
  let linesByFile = new Map();
  for (let number = 0; number < count; number++) {
    const entry = entryAt(number, random);
    const file = fileNameOf(seriesOf(entry), 'machine', 1);
    const lines = linesByFile.get(file) ?? [];
    linesByFile.set(file, lines);
    lines.push(lineOf(entry));
    if (random() < 0.05) lines.push(lines.at(-1));
    if (number % FLUSHED < FLUSHED - 1 && number < count - 1) continue;
    for (const [name, some] of linesByFile) appendFileSync(join(folder, name), `${some.join('\n')}\n`);
    linesByFile = new Map();
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

/** What was recorded since a moment, read as a command reads it. */
async function journalIn(path) {
  const { openOwnFolder } = await built('library/disk/own-folder');
  const { PRIVATE_CALLS } = await built('library/disk/own-calls');
  const { keptEntries } = await built('journal/files/kept-entries');
  const folder = openOwnFolder({ path, inside: basename(path), calls: PRIVATE_CALLS, root: async () => dirname(path) });
  const onFault = (fault) => {
    throw fault;
  };
  return (since) =>
    keptEntries([folder], { since, now: (TODAY + 1) * DAY_MS, keepDays: 400, keepsWords: true, onFault });
}

const nearest = async () => [];

/** Only what anybody has to do who goes through the journal. */
async function readOnly(path) {
  const entries = await journalIn(path);
  let count = 0;
  for await (const batch of entries(0)) count += batch.length;
  return count;
}

async function writeReport(path, snapshot) {
  const { gatherUsage } = await built('journal/usage/usage');
  const { documentsNow } = await built('journal/usage/document-now');
  const { reportOf } = await built('journal/report/report');
  const { reportPage } = await built('journal/report/report-page');
  const { firstDayOfWeeks } = await built('journal/report/weeks');
  const entries = await journalIn(path);
  const window = { from: firstDayOfWeeks(WEEKS, TODAY), to: TODAY };
  const usage = await gatherUsage(entries(0), { window, findNow: documentsNow(snapshot) });
  return [usage, reportPage(await reportOf({ usage, window, snapshot, nearest, namesMembers: true }))];
}

async function writeDigestPage(path, snapshot) {
  const { DIGEST_DAYS } = await built('journal/digest/digest');
  const { writeDigest } = await built('journal/digest/write-digest');
  const entries = await journalIn(path);
  return writeDigest({ snapshot, entries, since: TODAY - DIGEST_DAYS + 1, today: TODAY, nearest });
}

/** Whole files into one array, without doubles, then one grouping for each figure of the report. */
async function computePlainly(path) {
  const parsed = readdirSync(path).flatMap((name) => {
    const lines = readFileSync(join(path, name), 'utf8').trimEnd().split('\n');
    return lines.map((line) => {
      const entry = JSON.parse(line);
      return { ...entry, at: Date.parse(entry.at) };
    });
  });
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

const WORK = { reading: readOnly, report: writeReport, digest: writeDigestPage, plain: computePlainly };

/** One task in a process of its own: seconds, what it holds in the end, and the most that was resident. */
async function work(task, path) {
  const snapshot = await makeSnapshot();
  global.gc();
  const before = process.memoryUsage();
  const began = performance.now();
  const kept = await WORK[task](path, snapshot);
  const seconds = (performance.now() - began) / 1_000;
  global.gc();
  const after = process.memoryUsage();
  const held = after.heapUsed + after.external - before.heapUsed - before.external;
  process.send({ seconds, held: held / 1e6, peak: process.resourceUsage().maxRSS / 1e3, kept: kept !== undefined });
  process.disconnect();
}

function measure(task, path) {
  const execArgv = ['--expose-gc', '--max-old-space-size=12000'];
  const child = fork(join(import.meta.dirname, 'report.mjs'), [task, path], { execArgv });
  return new Promise((done, fail) => {
    child.once('message', done);
    child.once('exit', (code) => fail(new Error(`${task} ended with ${code}`)));
  });
}

async function compare(count) {
  const folder = mkdtempSync(join(tmpdir(), 'team-context-bench-'));
  const path = join(folder, 'journal');
  mkdirSync(path);
  await writeJournal(path, count);
  const files = readdirSync(path).length;
  const runs = Object.fromEntries(TASKS.map((task) => [task, []]));
  for (let run = 0; run < RUNS; run++) {
    for (const task of TASKS) runs[task].push(await measure(task, path));
  }
  rmSync(folder, { recursive: true });
  const of = (task, figure) => median(runs[task].map((one) => one[figure]));
  const cell = (task, figure, unit) => {
    const ratio = of(task, figure) / of('plain', figure);
    return `${of(task, figure).toFixed(1)} ${unit} (×${ratio.toPrecision(2)})`;
  };
  const names = {
    reading: 'reading the journal alone',
    report: 'report',
    digest: 'digest',
    plain: 'plain computation',
  };
  const rows = TASKS.map((task) => [
    names[task],
    cell(task, 'seconds', 's'),
    cell(task, 'held', 'MB'),
    cell(task, 'peak', 'MB'),
  ]);
  const made = `${count.toLocaleString('en')} entries of ${MEMBERS} members and ${DOCUMENTS} documents over a year, in ${files.toLocaleString('en')} files`;
  return [
    '## Report and digest over a journal of a year',
    `${describeRun()} · ${made}. Medians of ${RUNS} runs in turn, each in a process of its own, from the files to the page; the library is in memory already. The digest reads the last months. (×…) is in relation to the plain computation: the files as a whole in memory, and one grouping for each figure of the report.`,
    table(['', 'time', 'heap and external held', 'most resident'], rows),
  ].join('\n\n');
}

const [first = '1000000', path] = process.argv.slice(2).filter((word) => word !== '--dry-run');
if (path !== undefined) await work(first, path);
else {
  const report = await compare(Number(first));
  console.log(report);
  if (!process.argv.includes('--dry-run')) writeSection('report', report);
}
