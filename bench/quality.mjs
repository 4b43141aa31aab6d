// Measures how well questions are answered, beside lunr and minisearch. Writes bench/RESULTS.md.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readFlags } from './flags.mjs';
import { partsOfOurs } from './quality-engines.mjs';
import { reportQuality } from './quality-report.mjs';
import { compareEngines, compareLanguages, judgeMisspelt, judgeRephrased, judgeWithout } from './quality-run.mjs';
import { openSets, readRephrasings } from './quality-sets.mjs';
import { writeSection } from './results.mjs';
import { realDocuments } from './search-documents.mjs';

const ROOT = join(import.meta.dirname, '..');
const USAGE = `usage: node bench/quality.mjs [--corpora DIR] [--also FILE] [--dry-run]

  --corpora  the folder with open/ and queries/
  --also     other phrasings: lines of {"id": …, "also": [… , …]}
  --dry-run  do not write RESULTS.md

The environment variable DIST names a folder to take our own engine from instead of dist/.`;

const flags = readFlags(
  {
    corpora: { type: 'string', default: join(ROOT, '..', 'shared', 'corpora') },
    also: { type: 'string', default: join(ROOT, 'test', 'search', 'rephrasings.jsonl') },
    'dry-run': { type: 'boolean', default: false },
  },
  USAGE,
);

const began = performance.now();
const notes = [];
if (!existsSync(flags.corpora)) {
  console.log('There is no folder of questions at ../shared/corpora, so nothing was measured.');
  process.exit(0);
}
const { sets, missing } = await openSets(flags.corpora);
for (const name of missing) notes.push(`${name}: not measured; its files or questions are not there.`);

const rephrasings = readRephrasings(flags.also);
if (rephrasings === undefined) notes.push('Other phrasings: not measured; there is no file of them.');
if ((await partsOfOurs()).length === 0) {
  notes.push('Without one part at a time: not measured; the engine does not name parts that it can go without.');
}
for (const set of sets) {
  console.error(set.name);
  set.judged = await compareEngines(set);
  if (rephrasings !== undefined) set.rephrased = await judgeRephrased(set, rephrasings);
  set.without = await judgeWithout(set);
  set.misspelt = await judgeMisspelt(set);
}

const multilingual = realDocuments(join(flags.corpora, 'open', 'multilingual'));
if (multilingual === undefined) notes.push('Other languages: not measured; their files are not there.');
console.error('Other languages');
const languageRows = multilingual === undefined ? [] : await compareLanguages(multilingual);

const minutes = (performance.now() - began) / 60_000;
const report = reportQuality({ sets, languageRows, notes, minutes });
console.log(report);
if (!flags['dry-run']) writeSection('quality', report);
