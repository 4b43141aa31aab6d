// Other engines behind the same calls: fill, replace, find. Each is given the same fields with the same boosts where it has any.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { create, insert, search as searchOrama, update } from '@orama/orama';
import flexsearch from 'flexsearch';
import english from 'flexsearch/lang/en';
import lunr from 'lunr';
import MiniSearch from 'minisearch';
import { BOOSTS } from './search-documents.mjs';

const MOST = 10;
const FIELDS = Object.keys(BOOSTS);
const PACKAGES = join(import.meta.dirname, '..', 'node_modules');

/** lunr has no way to change an index: every change builds it again. */
function openLunr() {
  const texts = new Map();
  let index;
  const build = () => {
    const builder = new lunr.Builder();
    builder.pipeline.add(lunr.trimmer, lunr.stopWordFilter, lunr.stemmer);
    builder.searchPipeline.add(lunr.stemmer);
    builder.ref('id');
    for (const field of FIELDS) builder.field(field, { boost: BOOSTS[field] });
    for (const fields of texts.values()) builder.add(fields);
    index = builder.build();
  };
  return {
    fill(all) {
      for (const { fields } of all) texts.set(fields.id, fields);
      build();
    },
    replace({ fields }) {
      texts.set(fields.id, fields);
      build();
    },
    find(question) {
      const found = index.query((query) => {
        for (const word of question.split(' ')) query.term(word);
      });
      return found.slice(0, MOST).map(({ ref, score }) => ({ id: ref, score }));
    },
  };
}

function stemmed(term) {
  const token = lunr.stopWordFilter(new lunr.Token(term.toLowerCase(), {}));
  return token === undefined ? null : lunr.stemmer(token).toString();
}

function openMinisearch(options) {
  const index = new MiniSearch({ fields: FIELDS, searchOptions: { boost: BOOSTS }, ...options });
  return {
    fill: (all) => index.addAll(all.map(({ fields }) => fields)),
    fillInSlices: (all) => index.addAllAsync(all.map(({ fields }) => fields)),
    replace: ({ fields }) => index.replace(fields),
    find: (question) =>
      index
        .search(question)
        .slice(0, MOST)
        .map(({ id, score }) => ({ id, score })),
  };
}

function openFlexsearch() {
  const { Document, Encoder } = flexsearch;
  const encoder = new Encoder(english);
  const index = new Document({ document: { id: 'id', index: FIELDS }, tokenize: 'strict', encoder });
  return {
    fill(all) {
      for (const { fields } of all) index.add(fields);
    },
    replace: ({ fields }) => index.update(fields),
    find(question) {
      const byField = index.search(question, { limit: MOST, suggest: true });
      const ids = new Set(byField.flatMap(({ result }) => result));
      return [...ids].slice(0, MOST).map((id) => ({ id }));
    },
  };
}

function openOrama() {
  const schema = Object.fromEntries(FIELDS.map((field) => [field, 'string']));
  const index = create({ schema, components: { tokenizer: { language: 'english', stemming: true } } });
  return {
    fill(all) {
      for (const { fields } of all) insert(index, fields);
    },
    replace: ({ fields }) => update(index, fields.id, fields),
    find(question) {
      const { hits } = searchOrama(index, { term: question, limit: MOST, boost: BOOSTS });
      return hits.map(({ id, score }) => ({ id, score }));
    },
  };
}

const versionOf = (name) => JSON.parse(readFileSync(join(PACKAGES, name, 'package.json'), 'utf8')).version;

export const PEERS = {
  lunr: { title: 'lunr, rebuilt', open: openLunr },
  minisearch: { title: 'minisearch', open: () => openMinisearch({}) },
  'minisearch-stem': { title: 'minisearch with stemmer', open: () => openMinisearch({ processTerm: stemmed }) },
  flexsearch: { title: 'flexsearch', open: openFlexsearch },
  orama: { title: 'orama', open: openOrama },
};

/** The versions of the packages that are measured. */
export function versionsOfPeers() {
  return ['lunr', 'minisearch', 'flexsearch', '@orama/orama'].map((name) => `${name} ${versionOf(name)}`).join(', ');
}
