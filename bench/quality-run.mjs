// Asks the labelled questions of every engine, and of ours in several forms.
import { openLunrByTerms, openLunrRaw, openMinisearch, openOurs, partsOfOurs } from './quality-engines.mjs';
import { filesByHeading, sectionsByHeading } from './quality-languages.mjs';
import { judgeAll } from './quality-sets.mjs';
import { withTypos } from './quality-typos.mjs';

const TYPO_SEEDS = [1, 2, 3];

const PEERS = {
  'lunr, words as terms': openLunrByTerms,
  'lunr, search(raw)': openLunrRaw,
  minisearch: openMinisearch,
};

/** By engine: what was judged of each question of a set. */
export async function compareEngines({ snapshot, questions }) {
  const judged = new Map([['ours', await judgeAll(await openOurs(snapshot), questions)]]);
  for (const [name, open] of Object.entries(PEERS)) judged.set(name, await judgeAll(open(snapshot), questions));
  return judged;
}

/** Ours with the other phrasings that an assistant would send along. */
export async function judgeRephrased({ snapshot, questions }, rephrasings) {
  const rephrased = questions.map((question) => ({ ...question, also: rephrasings.get(question.id) }));
  return judgeAll(await openOurs(snapshot), rephrased);
}

/** Ours without one part at a time; nothing when no part can be left out. */
export async function judgeWithout({ snapshot, questions }) {
  const judged = new Map();
  for (const part of await partsOfOurs()) {
    judged.set(part, await judgeAll(await openOurs(snapshot, [part]), questions));
  }
  return judged;
}

/** Misspelt questions, the mean over several slips of the same question. */
export async function judgeMisspelt({ snapshot, questions }) {
  const asked = TYPO_SEEDS.flatMap((seed) =>
    questions.map((question, at) => ({ ...question, query: withTypos(question.query, 1_000 * seed + at) })),
  );
  const judged = new Map([['ours', await judgeAll(await openOurs(snapshot), asked)]]);
  const parts = await partsOfOurs();
  if (parts.includes('spelling')) {
    judged.set('ours without spelling', await judgeAll(await openOurs(snapshot, ['spelling']), asked));
  }
  for (const [name, open] of Object.entries(PEERS)) judged.set(name, await judgeAll(open(snapshot), asked));
  return new Map([...judged].map(([name, all]) => [name, meansOver(all, questions.length)]));
}

/** One judgement a question out of those of all its forms, which lie `count` apart. */
function meansOver(all, count) {
  const forms = all.length / count;
  return Array.from({ length: count }, (_, at) => {
    const same = all.filter((_, place) => place % count === at);
    const meanOf = (measure) => same.reduce((sum, judgement) => sum + judgement[measure], 0) / forms;
    return Object.fromEntries(Object.keys(same[0]).map((measure) => [measure, meanOf(measure)]));
  });
}

/** By language: how well ours and the peers find files, and sections whose headings were taken out. */
export async function compareLanguages(documents) {
  const rows = [];
  const parts = await partsOfOurs();
  for (const [task, prepare] of Object.entries({ file: filesByHeading, section: sectionsByHeading })) {
    const { snapshot, questions } = prepare(documents);
    const asks = new Map([['ours', await openOurs(snapshot)]]);
    if (parts.includes('languages')) asks.set('ours without languages', await openOurs(snapshot, ['languages']));
    for (const [name, open] of Object.entries(PEERS)) asks.set(name, open(snapshot));
    for (const [language, asked] of questions) {
      const judged = new Map();
      for (const [name, ask] of asks) judged.set(name, await judgeAll(ask, asked));
      rows.push({ task, language, count: asked.length, judged });
    }
  }
  return rows;
}
