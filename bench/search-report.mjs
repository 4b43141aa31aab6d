// What the search benchmark found, as Markdown.
import { describeRun, table } from './results.mjs';
import { OURS } from './search-ours.mjs';
import { PEERS, versionsOfPeers } from './search-peers.mjs';
import { judgeTargets } from './search-targets.mjs';

/** What every ratio is taken against. */
const REFERENCE = 'both';
const ENGINES = { ...OURS, ...PEERS };

const UNLIKE = `**The same for all:** five fields (title, headings, tags, path, body) with the same boosts where the engine has boosts; words as alternatives; the ten best as objects; processes of their own, one working at a time; documents made before anything is timed; memory is what the index adds to a process that already holds the documents, after collection; a change ends with the question that finds its new word.

**Unlike:**
- Our index of passages and the product's two indexes hold more than the peers' one index of documents: with passages, every text is indexed twice, and the ranking adds both up. "Documents alone" is the like of the peers.
- Documents alone and passages alone are asked for lunr's scores. The product asks for what each word is worth, and for the passages of the 300 best documents only. Neither reads other names or spellings into a question; the whole engine does.
- What "both" saves and loads are its two indexes; the documents themselves come from the library.
- The whole engine also cuts the snippets, weighs status and shape, and writes the answer; none of the others does. Its build runs in slices so that questions are answered meanwhile; the others' builds block, except that minisearch can build in slices (its longest block is that of \`addAllAsync\`, its time that of \`addAll\`).
- lunr cannot change an index: its change is a new build. It returns everything it found; the ten best are cut from that, as from minisearch's answer.
- minisearch without a stemmer finds other forms of a word only by chance, and indexes stop words. Its \`replace\` discards the old version and cleans up later, which is not in its time.
- flexsearch has no frequencies and no field boosts, ranks by position, and answers field by field; its English stemmer and filter are on.
- orama matches beginnings of words too, keeps the documents (they share their texts with what the process holds anyway), and stems in English without stop words.
- lunr's stemmer runs for each word of minisearch with stemmer and of lunr; ours remembers what it stemmed, and that memory is counted.
- Made-up words are no stop words, so nobody gains by leaving them out; the real folder has them.`;

const number = (value) => (value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2));
const seconds = (value) => `${number(value / 1_000)} s`;
const ms = (value) => `${number(value)} ms`;
const mb = (value) => `${number(Math.max(0, value) / 1e6)} MB`;
/** Nothing where one of them is next to nothing. */
function ratio(value, reference) {
  const share = value / reference;
  if (!(share >= 0.005)) return '';
  return ` (×${share >= 100 ? Math.round(share).toLocaleString('en') : share.toPrecision(2)})`;
}

const CHANGING = [
  ['build', ({ build }) => build, seconds],
  ['longest block', ({ block }) => block, ms],
  ['sentence added', ({ edit }) => edit, ms],
  ['document replaced', ({ replace }) => replace, ms],
  ['heap', ({ memory }) => memory.heap, mb],
  ['external', ({ memory }) => memory.external, mb],
  ['heap + external', ({ memory }) => memory.heap + memory.external, mb],
  ['resident, with documents', ({ memory }) => memory.resident, mb],
];
const ASKING = [1, 3, 8].flatMap((length) =>
  ['p50', 'p99'].map((share) => [
    `${length} ${length === 1 ? 'word' : 'words'} ${share}`,
    ({ questions }) => questions[length][share],
    ms,
  ]),
);

function tableOf(columns, figures) {
  const reference = figures.get(REFERENCE);
  const measured = [...figures].filter(([, row]) => row.reason === undefined);
  const rows = measured.map(([name, row]) => {
    const cells = columns.map(([, read, show]) => {
      const share = reference?.build === undefined || name === REFERENCE ? '' : ratio(read(row), read(reference));
      return `${show(read(row))}${share}`;
    });
    return [ENGINES[name].title, ...cells];
  });
  return table(['engine', ...columns.map(([head]) => head)], rows);
}

function section({ title, figures }, limits) {
  const parts = [`### ${title}`, tableOf(CHANGING, figures), tableOf(ASKING, figures)];
  const remarks = [...figures].flatMap(([name, row]) => remarksOn(ENGINES[name].title, row, limits));
  if (remarks.length > 0) parts.push(remarks.map((remark) => `- ${remark}`).join('\n'));
  return parts.join('\n\n');
}

function remarksOn(title, { reason, questions, counts, missed, warmStart }, limits) {
  if (reason !== undefined) return [`${title}: not measured; ${reason}.`];
  const remarks = [];
  for (const [length, { count }] of Object.entries(questions)) {
    if (count < limits.questions) remarks.push(`${title}: ${count} questions of ${length} words, the time being over.`);
  }
  if (Math.min(counts.edit, counts.replace) < 10) {
    remarks.push(
      `${title}: ${counts.edit} sentences added and ${counts.replace} documents replaced, the time being over.`,
    );
  }
  if (missed > 0) remarks.push(`${title}: ${missed} changes were not the best answer to their own new word.`);
  if (warmStart !== undefined) {
    const { save, load, bytes } = warmStart;
    remarks.push(`${title}: saved in ${ms(save)} (${mb(bytes)}), loaded in ${ms(load)}.`);
  }
  return remarks;
}

/** The whole report. */
export function reportSearch(runs, { notes, limits, minutes }) {
  const targets = judgeTargets(runs).map(({ what, alone, product }) => [what, alone, product]);
  return [
    '## Search beside other engines',
    `${describeRun()} · ${versionsOfPeers()} · ${minutes.toFixed(0)} minutes. At most ${limits.questions} questions of each length and ${limits.changes} changes of each sort an engine. (×…) is in relation to "${OURS[REFERENCE].title}": above 1 is more time or memory than ours.`,
    '### Targets',
    table(['target', 'documents alone', 'both, as in the product'], targets),
    ...notes,
    ...runs.map((run) => section(run, limits)),
    UNLIKE,
  ].join('\n\n');
}
