// The long form of test/search/index/differential.test.ts: twenty times as many changes and queries, after each of which the
// live index has to answer as a lunr index that was built anew. Larger collections too, now and then.
//   npm run build && node bench/differential.mjs [first seed] [seeds] [steps]
import { setImmediate } from 'node:timers/promises';
import lunr from 'lunr';
import { createLiveIndex, restoreLiveIndex } from '../dist/search/index/live-index.js';
import { termsOf } from '../dist/search/words/words.js';
import { generator } from './library.mjs';

const [FIRST = 1, SEEDS = 20, STEPS = 3000] = process.argv.slice(2).map(Number);
const QUERIES_A_STEP = 4;
const ROUNDING = 1e-9;
const FIELDS = [
  { name: 'title', boost: 3 },
  { name: 'headings', boost: 2 },
  { name: 'tags', boost: 0.5 },
  { name: 'body', boost: 1 },
];
const WORDS = (
  'brand tone voice friendly message messages persona personas campaign learning learned email subject line 35% 2024 q3 ' +
  "10:30 café Über 品牌 語気 the and to of C++ state-of-the-art team's don’t — **bold** http://x.com/y constructor __proto__ " +
  'toString hasOwnProperty _index cat cats cart act ca abc bca personalisation personalization'
).split(' ');

const pipeline = new lunr.Pipeline();
pipeline.add(lunr.trimmer, lunr.stopWordFilter, lunr.stemmer);
const ANALYSES = [
  (text) => pipeline.run(lunr.tokenizer(text)).map(String),
  (text) => termsOf(text),
  (text) => text.split(/\s/),
];

function createDice(seed) {
  const next = generator(seed);
  const below = (end) => Math.floor(next() * end);
  return { next, below, oneOf: (list) => list[below(list.length)] };
}

function wordFrom({ next, below, oneOf }) {
  if (below(3) > 0) return WORDS[Math.floor(next() ** 2 * WORDS.length)];
  const letters = Array.from({ length: 1 + below(5) }, () => oneOf(['a', 'b', 'c', 'd', 'e', 'f'])).join('');
  return letters + (below(4) === 0 ? below(400) : '');
}

const textFrom = (dice, most) =>
  Array.from({ length: dice.below(most) }, () => wordFrom(dice)).join(dice.oneOf([' ', '\n']));

function termsFrom(dice, analysis) {
  const repeated = dice.below(25) === 0 ? 'brand '.repeat(dice.below(1400)) : '';
  return {
    title: analysis(textFrom(dice, 6)),
    headings: analysis(textFrom(dice, 12)),
    tags: analysis(textFrom(dice, 3)),
    body: analysis(repeated + textFrom(dice, 60)),
  };
}

function shapeOf(term, { below }) {
  const at = below(term.length + 1);
  const shapes = [
    { term: `${term.slice(0, at)}*`, wildcard: true },
    { term: `*${term.slice(at)}`, wildcard: true },
    { term: `${term.slice(0, 1)}*${term.slice(at)}`, wildcard: true },
    { term: `*${term.slice(at, at + 2)}*`, wildcard: true },
    { term: term.slice(0, 12), editDistance: below(3), wildcard: true },
    { term: `${term.slice(0, at)}${term.slice(at + 1)}`.slice(0, 12), editDistance: 1 + below(2), wildcard: true },
  ];
  // lunr takes every asterisk for a wildcard.
  return shapes[below(9)] ?? { term, wildcard: term.includes('*') };
}

function clausesFrom(dice, analysis) {
  const kind = dice.below(40);
  if (kind === 0) return [];
  const presences =
    kind === 1 ? ['prohibited'] : ['optional', 'optional', 'optional', 'optional', 'required', 'prohibited'];
  return Array.from({ length: 1 + dice.below(5) }, () => {
    const fields = FIELDS.map(({ name }) => name).filter(() => dice.below(2) === 0);
    return {
      ...shapeOf(analysis(wordFrom(dice))[0] ?? 'brand', dice),
      boost: dice.oneOf([1, 1, 1, 2, 0.5, 3.7, 0]),
      presence: dice.oneOf(presences),
      ...(dice.below(3) === 0 ? { fields } : {}),
    };
  });
}

/** Undefined when lunr's own list of terms came out wrong. */
function buildLunr(texts) {
  const builder = new lunr.Builder();
  builder.tokenizer = (terms) => terms.map((term) => new lunr.Token(term, {}));
  builder.pipeline.run = (tokens) => tokens;
  builder.ref('id');
  for (const { name, boost } of FIELDS) builder.field(name, { boost });
  for (const [id, fields] of texts) builder.add({ id, ...fields });
  const index = builder.build();
  const listed = new Set(index.tokenSet.toArray());
  listed.delete('');
  const terms = Object.keys(builder.invertedIndex).filter((term) => term !== '');
  return terms.length === listed.size && terms.every((term) => listed.has(term)) ? index : undefined;
}

function askLunr(index, clauses) {
  return index.query((query) => {
    for (const { wildcard: _, presence, ...rest } of clauses) {
      query.clause({ ...rest, usePipeline: false, presence: lunr.Query.presence[presence.toUpperCase()] });
    }
  });
}

/** What is wrong with an answer; undefined if nothing is. */
function compare(index, matches, expected) {
  const actual = new Map([...matches.slots].map((slot, at) => [index.nameOf(slot), matches.scores[at]]));
  if (actual.size !== expected.length) return `${actual.size} texts instead of ${expected.length}`;
  const scores = [...actual.values()].sort((a, b) => b - a);
  const places = new Map([...actual.keys()].map((name, at) => [name, at]));
  for (const [at, { ref, score }] of expected.entries()) {
    if (!(Math.abs(actual.get(ref) - score) <= ROUNDING)) return `${ref}: ${actual.get(ref)} instead of ${score}`;
    if (!(Math.abs(scores[at] - score) <= ROUNDING)) return `order at ${at}`;
  }
  const isInOrder = expected.every(({ ref, score }, at) => {
    const next = expected[at + 1];
    return next === undefined || next.score !== score || places.get(ref) < places.get(next.ref);
  });
  return isInOrder ? undefined : 'order of ties';
}

function changeOnce(trial, most) {
  const { dice, texts, analysis } = trial;
  const roll = dice.below(20);
  const known = [...texts.keys()];
  if (roll === 0) {
    trial.index = restoreLiveIndex(Buffer.concat(trial.index.save()), FIELDS);
  } else if (roll < 7 && known.length > 3) {
    const name = dice.oneOf(known);
    trial.index.remove(name);
    texts.delete(name);
  } else {
    const isNew = known.length < 4 || (known.length < most && dice.below(2) === 0);
    const name = isNew
      ? dice.oneOf(['__proto__', `folder/${dice.below(9999)}.md`, `d${dice.below(9999)}`])
      : dice.oneOf(known);
    const before = texts.get(name);
    const next = termsFrom(dice, analysis);
    const isSmallEdit = before !== undefined && dice.below(2) === 0;
    const terms = isSmallEdit ? { ...before, body: [...before.body, ...next.title] } : next;
    texts.set(name, terms);
    trial.index.put(name, terms);
  }
}

const tried = { changes: 0, skipped: 0, queries: 0, found: 0, wrong: 0 };
for (let seed = FIRST; seed < FIRST + SEEDS; seed++) {
  const trial = {
    dice: createDice(seed),
    analysis: ANALYSES[seed % ANALYSES.length],
    texts: new Map(),
    index: createLiveIndex(FIELDS),
  };
  const most = seed % 5 === 0 ? 80 : 16;
  for (let step = 0; step < STEPS; step++) {
    changeOnce(trial, most);
    tried.changes++;
    const slotOf = (name) => trial.index.slotOf(name);
    const fresh = buildLunr([...trial.texts].sort(([a], [b]) => slotOf(a) - slotOf(b)));
    if (fresh === undefined) tried.skipped++;
    for (let asked = 0; fresh !== undefined && asked < QUERIES_A_STEP; asked++) {
      const clauses = clausesFrom(trial.dice, trial.analysis);
      const expected = askLunr(
        fresh,
        clauses.map((clause) => ({ ...clause })),
      );
      const fault = compare(trial.index, trial.index.match(clauses), expected);
      const isPattern = clauses.some(({ wildcard, editDistance }) => wildcard || editDistance !== undefined);
      tried.queries++;
      tried.found += expected.length;
      if (fault === undefined || (fault === 'order of ties' && isPattern)) continue;
      tried.wrong++;
      console.error(`seed ${seed}, step ${step}: ${fault}: ${JSON.stringify(clauses)}`);
    }
    await setImmediate();
  }
  console.log(JSON.stringify({ seed, ...tried }));
}
process.exitCode = tried.wrong === 0 ? 0 : 1;
