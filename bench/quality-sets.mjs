// The labelled questions, each with the files that answer it, and how well a list of files does.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readFolder } from './quality-engines.mjs';

const SETS = [
  { name: '18F content guide', folder: '18f-content-guide', file: 'open-18f', target: 0.76 },
  { name: 'Marketing skills', folder: 'marketingskills', file: 'open-marketingskills', target: 0.62 },
  { name: 'Sourcegraph handbook', folder: 'sourcegraph-handbook', file: 'open-sourcegraph', target: 0.66 },
];

const linesOf = (file) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line));

/** The sets that are there; `missing` names the others. */
export async function openSets(corpora) {
  const sets = [];
  const missing = [];
  for (const { name, folder, file, target } of SETS) {
    const [root, questions] = [join(corpora, 'open', folder), join(corpora, 'queries', `${file}.jsonl`)];
    if (!existsSync(root) || !existsSync(questions)) {
      missing.push(name);
      continue;
    }
    const asked = linesOf(questions).map(({ id, query, relevant }) => {
      return { id, query, wanted: new Set(relevant.map(({ path }) => path)) };
    });
    sets.push({ name, target, questions: asked, snapshot: await readFolder(root) });
  }
  return { sets, missing };
}

/** Other phrasings by the question's id; undefined when there is no such file. */
export function readRephrasings(file) {
  return existsSync(file) ? new Map(linesOf(file).map(({ id, also }) => [id, also])) : undefined;
}

const discount = (rank) => 1 / Math.log2(rank + 2);
const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);

/** How well the first ten files answer, with all that are wanted counting alike. */
export function judge(files, wanted) {
  const first = files.findIndex((file) => wanted.has(file));
  const ideal = sum([...wanted].slice(0, 10).map((_, rank) => discount(rank)));
  return {
    'hit@1': first === 0 ? 1 : 0,
    'hit@5': first >= 0 && first < 5 ? 1 : 0,
    'MRR@10': first < 0 ? 0 : 1 / (first + 1),
    'nDCG@10': sum(files.map((file, rank) => (wanted.has(file) ? discount(rank) : 0))) / ideal,
  };
}

export const MEASURES = ['hit@1', 'hit@5', 'MRR@10', 'nDCG@10'];

/** Asks every question and judges the answers; `phrase` may put it in other words. */
export async function judgeAll(ask, questions, phrase = ({ query }) => query) {
  const judged = [];
  for (const question of questions) judged.push(judge(await ask(phrase(question), question.also), question.wanted));
  return judged;
}
