// What search is meant to reach, and whether a run did.
const AT = 10_000;
const LARGE = 100_000;
const SMALL = 1_000;

const memoryOf = ({ memory }) => memory.heap + memory.external;

/** Each: what is asked for, and from a view of the run how many times better than asked it is (1 is just enough). */
const TARGETS = [
  {
    what: 'a change is searchable 10,000 times sooner than lunr is rebuilt',
    wanted: 10_000,
    reached: (ours, at) => at('lunr', AT).edit / ours(AT).edit,
  },
  {
    what: 'a change is searchable no later than in minisearch',
    wanted: 1,
    reached: (ours, at) => at('minisearch', AT).edit / ours(AT).edit,
  },
  {
    what: 'a small edit at 100,000 documents takes at most 3 times that at 1,000',
    most: 3,
    reached: (ours) => ours(LARGE).edit / ours(SMALL).edit,
  },
  {
    what: '8 words p50 at least 10 times faster than minisearch',
    wanted: 10,
    reached: (ours, at) => at('minisearch', AT).questions[8].p50 / ours(AT).questions[8].p50,
  },
  {
    what: '8 words p50 at least 50 times faster than lunr',
    wanted: 50,
    reached: (ours, at) => at('lunr', AT).questions[8].p50 / ours(AT).questions[8].p50,
  },
  {
    what: '8 words p99 at 100,000 documents at most 25 ms',
    most: 25,
    unit: ' ms',
    reached: (ours) => ours(LARGE).questions[8].p99,
  },
  {
    what: 'heap and external at most half of minisearch',
    wanted: 2,
    reached: (ours, at) => memoryOf(at('minisearch', AT)) / memoryOf(ours(AT)),
  },
  {
    what: 'heap and external at most an eighth of lunr',
    wanted: 8,
    reached: (ours, at) => memoryOf(at('lunr', AT)) / memoryOf(ours(AT)),
  },
  {
    what: 'build at least 3 times as fast as minisearch',
    wanted: 3,
    reached: (ours, at) => at('minisearch', AT).build / ours(AT).build,
  },
  {
    what: 'a warm start at least 10 times faster than building',
    wanted: 10,
    reached: (ours) => ours(AT).build / (ours(AT).warmStart ?? unmeasured()).load,
  },
];

class Unmeasured extends Error {}

function unmeasured() {
  throw new Unmeasured();
}

/** One row a target: in words, for our documents alone and for what the product has. */
export function judgeTargets(runs) {
  const at = (name, documents) => {
    const run = runs.find((each) => each.documents === documents && each.folder === undefined);
    const figures = run?.figures.get(name);
    return figures?.build === undefined ? unmeasured() : figures;
  };
  return TARGETS.map((target) => ({
    what: target.what,
    alone: judge(target, (documents) => at('documents', documents), at),
    product: judge(target, (documents) => at('both', documents), at),
  }));
}

function judge({ wanted, most, unit = '', reached }, ours, at) {
  try {
    const value = reached(ours, at);
    const share = wanted === undefined ? most / value : value / wanted;
    const shown = `${value >= 100 ? Math.round(value).toLocaleString('en') : value.toPrecision(2)}${unit || ' times'}`;
    return share >= 1 ? `reached: ${shown}` : `MISSED: ${shown}, ${Math.round(100 * (1 - share))} % short`;
  } catch (fault) {
    if (fault instanceof Unmeasured) return 'not measured in this run';
    throw fault;
  }
}
