import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import lunr from 'lunr';
import { describe, expect, test } from 'vitest';
import { createEmbeddedEngine } from '../../../src/search/embedded-engine.ts';
import { CORPORA, filesBelow, NO_CORPORA } from '../../corpora.ts';
import { filled, snapshotOf } from '../library-changes.ts';

interface Item {
  readonly heading: string;
  readonly id: string;
}
type Search = (query: string) => Promise<readonly string[]> | readonly string[];

const MULTILINGUAL = join(CORPORA, 'multilingual');
const CODE = /README\.([a-z]{2})(?:-[a-z]+)?\.md$|training-([a-z]{2})\/|\/book\/([a-z]{2})\//;
const DEEPEST = 10;

function readFiles(): Record<string, string> {
  const paths = filesBelow(MULTILINGUAL).filter((path) => /\.mdx?$/.test(path));
  return Object.fromEntries(
    paths.map((path) => [path.replace(/x$/, ''), readFileSync(join(MULTILINGUAL, path), 'utf8')]),
  );
}

/** By language: the headings that stand only once in all files, each with its file. */
function itemsOf(files: Readonly<Record<string, string>>): Map<string, Item[]> {
  const all = [...snapshotOf(files).documents.values()].flatMap(({ id, sections }) =>
    sections.filter(({ heading }) => /\p{L}/u.test(heading)).map(({ heading }) => ({ heading, id })),
  );
  const times = new Map<string, number>();
  for (const { heading } of all) times.set(heading, (times.get(heading) ?? 0) + 1);
  const items = new Map<string, Item[]>();
  for (const item of all.filter(({ heading }) => times.get(heading) === 1)) {
    const language =
      CODE.exec(item.id)
        ?.slice(1)
        .find((code) => code !== undefined) ?? 'en';
    items.set(language, [...(items.get(language) ?? []), item]);
  }
  return items;
}

/** The mean reciprocal rank of the files that were meant, among the first ten. */
async function meanReciprocalRank(items: readonly Item[], search: Search): Promise<number> {
  let sum = 0;
  for (const { heading, id } of items) {
    const rank = (await search(heading)).slice(0, DEEPEST).indexOf(id);
    if (rank >= 0) sum += 1 / (rank + 1);
  }
  return sum / items.length;
}

function plainLunr(files: Readonly<Record<string, string>>): Search {
  const index = lunr(function () {
    this.field('text');
    for (const [id, text] of Object.entries(files)) this.add({ id, text });
  });
  // What its query language would make of punctuation is not what is compared.
  return (query) => index.search(query.replace(/[^\p{L}\p{N}\s]/gu, ' ')).map(({ ref }) => ref);
}

async function embedded(files: Readonly<Record<string, string>>): Promise<Search> {
  const engine = createEmbeddedEngine();
  await engine.apply(filled(files));
  return async (query) => (await engine.search({ query, limit: DEEPEST })).hits.map(({ document }) => document.id);
}

describe.skipIf(NO_CORPORA !== undefined)(`known items${NO_CORPORA === undefined ? '' : ` (${NO_CORPORA})`}`, () => {
  test('of a library in fifteen languages are found by their headings, where plain lunr finds few or none', async () => {
    const files = readFiles();
    const items = itemsOf(files);
    const ours = await embedded(files);
    const lunrs = plainLunr(files);
    expect(items.size).toBeGreaterThanOrEqual(15);
    for (const [language, asked] of items) {
      const mrr = await meanReciprocalRank(asked, ours);
      const theirs = await meanReciprocalRank(asked, lunrs);
      const figures = `${language}: ${mrr.toFixed(3)} to ${theirs.toFixed(3)} over ${asked.length} headings`;
      if (process.env['SHOW_FIGURES'] !== undefined) process.stderr.write(`${figures}\n`);
      expect(mrr, figures).toBeGreaterThan(language === 'en' ? 0.7 : 0.8);
      if (['ja', 'zh', 'ko', 'ar', 'ru', 'el', 'fa', 'he'].includes(language)) {
        expect(mrr, figures).toBeGreaterThan(3 * theirs);
      }
    }
  });
});
