// The engines whose answers are compared. Each answers a question with the ids of documents, best first.
import lunr from 'lunr';
import MiniSearch from 'minisearch';
import { built } from './built.mjs';

const [{ createEmbeddedEngine }, { openLibrary }, { compareSnapshots, EMPTY_SNAPSHOT }] = await Promise.all(
  ['search/embedded-engine', 'library/library', 'library/snapshot'].map(built),
);

const MOST_HITS = 25;
const MOST_FILES = 10;
const TODAY = '2026-01-01';

const rethrow = (fault) => {
  throw fault;
};

/** Reads a folder as the product does. */
export async function readFolder(root) {
  const library = await openLibrary({ root, poll: true, onFault: rethrow });
  await library.ready;
  const snapshot = library.current();
  await library.close();
  return snapshot;
}

/** Our engine over a snapshot, perhaps without some of its parts. */
export async function openOurs(snapshot, without = []) {
  const engine = createEmbeddedEngine({ today: () => TODAY, onFault: rethrow, without });
  await engine.apply(compareSnapshots(EMPTY_SNAPSHOT, snapshot));
  return async (query, also) => {
    const { hits } = await engine.search({ query, limit: MOST_HITS, ...(also === undefined ? {} : { also }) });
    return [...new Set(hits.map(({ document }) => document.id))].slice(0, MOST_FILES);
  };
}

/** The names of what our engine can go without; none when it has no such choice. */
export async function partsOfOurs() {
  const { AIDS = [] } = await built('search/aids').catch(() => ({}));
  return AIDS;
}

/** lunr as its own guide sets it up: titles and bodies, the default pipeline. */
function lunrOver(snapshot) {
  return lunr(function build() {
    this.ref('id');
    this.field('title');
    this.field('body');
    for (const document of snapshot.documents.values()) this.add(document);
  });
}

const firstFiles = (results) => results.slice(0, MOST_FILES).map(({ ref, id }) => ref ?? id);

/** The question's words as optional terms, so that none of them is an operator. */
export function openLunrByTerms(snapshot) {
  const index = lunrOver(snapshot);
  return (question) => {
    const words = lunr.tokenizer(question).map((token) => lunr.trimmer(token).toString());
    const results = index.query((query) => {
      for (const word of words) if (word !== '') query.term(word);
    });
    return firstFiles(results);
  };
}

/** The question handed over as it is; what lunr cannot read finds nothing. */
export function openLunrRaw(snapshot) {
  const index = lunrOver(snapshot);
  return (question) => {
    try {
      return firstFiles(index.search(question));
    } catch (fault) {
      if (fault instanceof lunr.QueryParseError) return [];
      throw fault;
    }
  };
}

export function openMinisearch(snapshot) {
  const index = new MiniSearch({ fields: ['title', 'body'] });
  index.addAll([...snapshot.documents.values()].map(({ id, title, body }) => ({ id, title, body })));
  return (question) => firstFiles(index.search(question));
}
