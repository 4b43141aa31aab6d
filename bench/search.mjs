// Measures search beside other engines: the same documents and questions, in turn, in one run. Writes bench/RESULTS.md.
import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readFlags } from './flags.mjs';
import { writeSection } from './results.mjs';
import { realDocuments } from './search-documents.mjs';
import { OURS } from './search-ours.mjs';
import { PEERS } from './search-peers.mjs';
import { reportSearch } from './search-report.mjs';
import { measureEngines } from './search-run.mjs';

const USAGE = `usage: node bench/search.mjs [--sizes 100,1000,10000,50000] [--engines NAME,...] [--real DIR | --no-real]
                             [--questions 400] [--build-limit 300] [--dry-run]

  --sizes        numbers of made-up documents; above ${50_000} only our own engines, unless --engines names others
  --engines      ${[...Object.keys(OURS), ...Object.keys(PEERS)].join(', ')}
  --real         a folder of Markdown that is measured as well
  --questions    questions of each length for each engine, at least 300 for a p99 that means something
  --build-limit  seconds; an engine whose build would take longer is left out of that size, and said to be
  --dry-run      do not write RESULTS.md

The environment variable DIST names a folder to take our own engine from instead of dist/.`;

const flags = readFlags(
  {
    sizes: { type: 'string', default: '100,1000,10000,50000' },
    engines: { type: 'string' },
    real: { type: 'string', default: join(import.meta.dirname, '..', '..', 'shared', 'corpora', 'open') },
    'no-real': { type: 'boolean', default: false },
    questions: { type: 'string', default: '400' },
    'build-limit': { type: 'string', default: '300' },
    'dry-run': { type: 'boolean', default: false },
  },
  USAGE,
);

const LARGEST_FOR_ALL = 50_000;
/** How a build grows with the number of documents: a little faster than they do. */
const GROWTH = 1.1;
const ALL = [...Object.keys(OURS), ...Object.keys(PEERS)];

const names = flags.engines?.split(',') ?? ALL;
const sizes = flags.sizes.split(',').filter(Boolean).map(Number);
const limits = {
  buildSeconds: Number(flags['build-limit']),
  questions: Number(flags.questions),
  questionSeconds: 120,
  changes: 40,
  changeSeconds: 5,
};
const unknown = names.filter((name) => !ALL.includes(name));
if (unknown.length > 0 || [...sizes, ...Object.values(limits)].some((number) => !(number > 0))) {
  console.error(
    `${unknown.length > 0 ? `There is no engine ${unknown.join(', ')}.` : 'A number is wrong.'}\n\n${USAGE}`,
  );
  process.exit(2);
}

/** Why an engine is not measured at a size, going by the largest one at which it was; undefined when it is. */
function reasonAgainst(name, size, runs) {
  if (size > LARGEST_FOR_ALL && flags.engines === undefined && OURS[name] === undefined)
    return 'ours alone at this size';
  const before = runs.findLast(({ folder, figures }) => folder === undefined && figures.get(name)?.build !== undefined);
  if (before === undefined) return runs.at(-1)?.figures.get(name)?.reason;
  const figures = before.figures.get(name);
  const seconds = (figures.build / 1_000) * (size / before.documents) ** GROWTH;
  if (seconds <= limits.buildSeconds) return undefined;
  return `its build would take about ${Math.round(seconds)} s, the limit being ${limits.buildSeconds} s`;
}

async function measure({ title, size, folder }, runs) {
  const reasons = new Map(
    names.map((name) => [name, folder === undefined ? reasonAgainst(name, size, runs) : undefined]),
  );
  const measurable = names.filter((name) => reasons.get(name) === undefined);
  console.error(`\n${title}`);
  const tell = (line) => console.error(`  ${line}`);
  const measured = await measureEngines(measurable, { size, folder, limits, tell });
  const figures = new Map(names.map((name) => [name, measured.get(name) ?? { reason: reasons.get(name) }]));
  return { title, documents: size, folder, figures };
}

const began = performance.now();
const runs = [];
const notes = [];
for (const size of sizes.sort((a, b) => a - b)) {
  runs.push(await measure({ title: `${size.toLocaleString('en')} made-up documents`, size }, runs));
}
if (flags['no-real']) {
  notes.push('No real folder: it was left out by --no-real.');
} else if (existsSync(flags.real)) {
  const size = realDocuments(flags.real).length;
  const title = `A real folder: ${size} documents of ${basename(flags.real)}/`;
  runs.push(await measure({ title, size, folder: flags.real }, runs));
} else {
  notes.push('No real folder: there is none at ../shared/corpora/open.');
}
const minutes = (performance.now() - began) / 60_000;
const report = reportSearch(runs, { notes, limits, minutes });
console.log(report);
if (!flags['dry-run']) writeSection('search', report);
