// What the quality benchmark found, as Markdown.
import { MEASURES } from './quality-sets.mjs';
import { describeRun, table } from './results.mjs';
import { differenceWithInterval, mean, meanWithInterval } from './statistics.mjs';

const MAIN = 'MRR@10';
const OURS = 'ours';
const LUNR = 'lunr, words as terms';
const TIMES_BETTER = { language: 'Japanese', least: 3 };

const of = (judged, measure) => judged.map((judgement) => judgement[measure]);
const three = (number) => number.toFixed(3);
const signed = (number) => `${number < 0 ? '−' : '+'}${Math.abs(number).toFixed(3)}`;
const interval = ({ mean: middle, low, high }) => `${three(middle)} [${three(low)}, ${three(high)}]`;
const difference = ({ mean: middle, low, high }) => `${signed(middle)} [${signed(low)}, ${signed(high)}]`;
const half = (judged, rest) => three(mean(of(judged, MAIN).filter((_, at) => at % 2 === rest)));

/** All sets as one. */
const pooled = (maps) => new Map([...maps[0].keys()].map((name) => [name, maps.flatMap((judged) => judged.get(name))]));

function comparison(name, judged) {
  const ours = judged.get(OURS);
  const rows = [...judged].map(([engine, all]) => [
    engine,
    ...MEASURES.map((measure) => interval(meanWithInterval(of(all, measure)))),
    `${half(all, 0)} / ${half(all, 1)}`,
    ...[MAIN, 'nDCG@10'].map((measure) =>
      engine === OURS ? '' : difference(differenceWithInterval(of(ours, measure), of(all, measure))),
    ),
  ]);
  const head = ['engine', ...MEASURES, `${MAIN} even / odd`, `ours has more ${MAIN}`, 'ours has more nDCG@10'];
  return `### ${name} (${ours.length} questions)\n\n${table(head, rows)}`;
}

/** A row for each variant of ours, with what it loses or gains against ours as it is. */
function variants(head, sets, judgedOf) {
  const names = [...judgedOf(sets[0]).keys()];
  const rows = names.map((name) => {
    const against = (chosen) => {
      const all = chosen.flatMap((set) => of(judgedOf(set).get(name), MAIN));
      const ours = chosen.flatMap((set) => of(set.judged.get(OURS), MAIN));
      return { all, change: differenceWithInterval(all, ours) };
    };
    const whole = against(sets);
    return [
      name,
      three(mean(whole.all)),
      difference(whole.change),
      ...sets.map((set) => signed(against([set]).change.mean)),
    ];
  });
  return table([head, MAIN, 'against ours as it is', ...sets.map((set) => set.name)], rows);
}

function languages(rows) {
  const tasks = {
    file: 'Files, asked for by one of their headings',
    section: 'Sections, without their headings, asked for by them',
  };
  return Object.entries(tasks).map(([task, title]) => {
    const chosen = rows.filter((row) => row.task === task);
    const [first] = chosen;
    const engines = [...first.judged.keys()];
    const lines = chosen.map(({ language, count, judged }) => [
      language,
      count,
      ...engines.map((engine) => three(mean(of(judged.get(engine), MAIN)))),
      difference(differenceWithInterval(of(judged.get(OURS), MAIN), of(judged.get(LUNR), MAIN))),
    ]);
    return `${title} (${MAIN}):\n\n${table(['language', 'questions', ...engines, 'ours has more than lunr'], lines)}`;
  });
}

function targets({ sets, languageRows }) {
  const rows = sets.map(({ name, target, judged }) => {
    const reached = mean(of(judged.get(OURS), MAIN));
    return [`${name}: ${MAIN} at least ${target}, without other phrasings`, verdict(reached, target)];
  });
  const { language, least } = TIMES_BETTER;
  for (const { task, judged } of languageRows.filter((row) => row.language === language)) {
    const [ours, lunr] = [OURS, LUNR].map((engine) => mean(of(judged.get(engine), MAIN)));
    const what = `${language}, ${task}s: at least ${least} times the ${MAIN} of lunr`;
    rows.push([what, `${verdict(ours, least * lunr)} against ${three(lunr)}`]);
  }
  return table(['target', 'outcome'], rows);
}

const verdict = (reached, target) =>
  reached >= target ? `reached: ${three(reached)}` : `MISSED: ${three(reached)}, ${three(target - reached)} short`;

const METHOD = `A file counts as found at the rank of its first hit: 25 hits are asked for, the first ten files judged, all labelled files of a question counting alike. Intervals hold 95 %, from 2,000 resamplings of the questions, always the same draws; differences are taken question by question. lunr and minisearch hold whole documents (title and body) with their own defaults; "words as terms" hands lunr the question's words as optional terms, "search(raw)" the question as it is, and what lunr refuses to read finds nothing. Ours is given the question alone, unless other phrasings are mentioned. Its weights were chosen on these same questions: the even and odd halves show how evenly they hold, not how they do on questions that nobody has seen.`;

const NO_EFFECT =
  'These three libraries are English and have no glossary and no aliases, so what serves those has no effect here.';

/** The whole report. */
export function reportQuality({ sets, languageRows, notes, minutes }) {
  const parts = [
    '## Quality of the answers',
    `${describeRun()} · ${minutes.toFixed(1)} minutes.`,
    '### Targets',
    targets({ sets, languageRows }),
    ...notes,
    METHOD,
  ];
  if (sets.length > 0) {
    parts.push(...sets.map(({ name, judged }) => comparison(name, judged)));
    parts.push(comparison('All together', pooled(sets.map(({ judged }) => judged))));
    if (sets[0].rephrased !== undefined) {
      const rephrased = (set) => new Map([['with two other phrasings', set.rephrased]]);
      parts.push('### With other phrasings of each question (`also`)', variants('ours', sets, rephrased));
    }
    if (sets[0].without.size > 0) {
      parts.push(
        '### Without one part at a time',
        NO_EFFECT,
        variants('ours without', sets, (set) => set.without),
      );
    }
    parts.push(
      '### Misspelt questions',
      'One in three of the longer words misspelt, at least one a question; each question in three misspelt forms.',
      variants('engine', sets, (set) => set.misspelt),
    );
  }
  if (languageRows.length > 0) parts.push('### Other languages', ...languages(languageRows));
  return parts.join('\n\n');
}
