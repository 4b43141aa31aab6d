// Our own index as an engine that can be measured: documents alone, passages alone, both in place, and the whole engine.
import { built } from './built.mjs';
import { BOOSTS } from './search-documents.mjs';

const [{ AIDS }, { createCatalog }, { createEmbeddedEngine }, { createLiveIndex, restoreLiveIndex }] =
  await Promise.all(['search/aids', 'search/catalog', 'search/embedded-engine', 'search/index/live-index'].map(built));
const [{ readLexicon }, { passagesOf }, { runThrough: finish }, { readPhrasing }, { rank }, { languageOf }, words] =
  await Promise.all(
    [
      'search/library-lexicon',
      'search/passages',
      'library/slices',
      'search/question/question',
      'search/ranking',
      'search/words/detect',
      'search/words/words',
    ].map(built),
  );
const { EMPTY_SNAPSHOT, takeSnapshot } = await built('library/snapshot');

const MOST = 10;
const FIELDS = Object.entries(BOOSTS).map(([name, boost]) => ({ name, boost }));
const { isStopWord, termOf, termsOf, termsOfName, wordsOf } = words;

const termsOfFields = ({ title, headings, tags, path, body }, language) => ({
  title: termsOfName(title, language),
  headings: termsOfName(headings, language),
  tags: termsOf(tags, language),
  path: termsOfName(path, language),
  body: termsOf(body, language),
});

function clausesFrom(question) {
  const asked = wordsOf(question);
  const telling = asked.filter((word) => !isStopWord(word));
  const terms = new Set((telling.length > 0 ? telling : asked).map((word) => termOf(word)));
  return [...terms].map((term) => ({ term, boost: 1 }));
}

/** The best matches as objects, best first. */
function bestOf({ slots, scores }, nameOf) {
  const best = [];
  for (let at = 0; at < slots.length; at++) {
    const score = scores[at];
    if (best.length === MOST && score <= best[MOST - 1].score) continue;
    let place = best.length;
    while (place > 0 && best[place - 1].score < score) place--;
    best.splice(place, 0, { slot: slots[at], score });
    if (best.length > MOST) best.pop();
  }
  return best.map(({ slot, score }) => ({ id: nameOf(slot), score }));
}

const bytesOf = (saved) => saved.reduce((sum, { length }) => sum + length, 0);

/** What a process finds that starts from a file with these pieces. */
const restored = (pieces) => restoreLiveIndex(Buffer.concat(pieces), FIELDS);

/** lunr's scores over one index; how a document gets into it differs. */
function openIndex(put, idOfName) {
  let index = createLiveIndex(FIELDS);
  const counts = new Map();
  const replace = (text) => counts.set(text.document.id, put(index, text, counts.get(text.document.id) ?? 0));
  const find = (question) => bestOf(index.match(clausesFrom(question)), (slot) => idOfName(index.nameOf(slot)));
  return {
    fill: (texts) => texts.forEach(replace),
    replace,
    find,
    save: () => index.save(),
    load(saved) {
      index = restored(saved);
    },
    isWhole: true,
    bytesOf,
  };
}

function putDocument(index, { document, fields }) {
  index.put(document.id, termsOfFields(fields, languageOf(document)));
  return 1;
}

function putPassages(index, { document }, before) {
  const language = languageOf(document);
  const passages = passagesOf(document);
  for (const [at, { fields }] of passages.entries()) {
    index.put(`${at}\n${document.id}`, termsOfFields(fields, language));
  }
  for (let at = passages.length; at < before; at++) index.remove(`${at}\n${document.id}`);
  return passages.length;
}

/** The catalog and its ranking; a question's words are looked for as they are, without other names for them. */
function openBoth() {
  const catalog = createCatalog(new Set());
  let lexicon;
  const without = new Set();
  const put = ({ document }) => finish(catalog.put(document));
  return {
    fill(texts) {
      texts.forEach(put);
      finish(catalog.settle());
      lexicon = finish(readLexicon(catalog, EMPTY_SNAPSHOT, { without: new Set(AIDS) }));
    },
    replace: put,
    find(question) {
      const { best } = rank(catalog, readPhrasing(question, lexicon), { worth: () => 1, most: MOST, without });
      return best.map(({ id, score, passage }) => ({ id, score, place: catalog.placeOf(passage) }));
    },
    save: () => [catalog.documents.save(), catalog.passages.save()],
    load: (saved) => saved.map(restored),
    bytesOf: (saved) => saved.map(bytesOf).reduce((sum, bytes) => sum + bytes),
  };
}

/** The whole engine. Snapshots are the library's work, and are taken before the time is. */
function openEngine() {
  const engine = createEmbeddedEngine({ today: () => '2026-01-01' });
  let before = EMPTY_SNAPSHOT;
  let change;
  async function apply() {
    await engine.apply(change);
    before = change.after;
    change = undefined;
  }
  return {
    prepare(texts) {
      const after = takeSnapshot({ documents: texts.map(({ document }) => document), settings: before.settings });
      change = { before, after, added: [...after.documents.keys()], changed: [], removed: [] };
    },
    fill: apply,
    prepareReplace({ document }) {
      const after = { ...before, documents: new Map(before.documents).set(document.id, document) };
      change = { before, after, added: [], changed: [document.id], removed: [] };
    },
    replace: apply,
    async find(question) {
      const { hits } = await engine.search({ query: question, limit: MOST });
      return hits.map(({ document, score, snippet }) => ({ id: document.id, score, snippet }));
    },
  };
}

export const OURS = {
  documents: { title: 'ours: documents alone', open: () => openIndex(putDocument, (name) => name) },
  passages: {
    title: 'ours: passages alone',
    open: () => openIndex(putPassages, (name) => name.slice(name.indexOf('\n') + 1)),
  },
  both: { title: 'ours: both, as in the product', open: openBoth },
  engine: { title: 'ours: whole engine', open: openEngine },
};
