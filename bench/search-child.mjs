// One engine in a process of its own, so that no other disturbs its memory. The parent sends one order at a time.
import { resolve } from 'node:path';
import { fieldsOf, madeUpDocuments, realDocuments } from './search-documents.mjs';
import { measureBuild, measureChanges, measureMemory, measureQuestions, measureWarmStart } from './search-measures.mjs';
import { OURS } from './search-ours.mjs';
import { PEERS } from './search-peers.mjs';
import { questionsFrom } from './search-questions.mjs';

const WARM_UP = 200;
/** A place in the vocabulary from which on there are other words than the measured documents have. */
const OTHER_WORDS = 40_000;

const ENGINES = { ...OURS, ...PEERS };
const textsOf = (documents) => documents.map((document) => ({ document, fields: fieldsOf(document) }));
const measured = { engine: undefined, open: undefined, documents: [], texts: [], idle: undefined };

const ORDERS = {
  /** Makes the documents and warms the code up with others. */
  async prepare({ name, size, folder }) {
    measured.open = ENGINES[name].open;
    await measureBuild(measured.open(), textsOf(madeUpDocuments(WARM_UP, OTHER_WORDS)));
    measured.documents = folder === undefined ? madeUpDocuments(size) : realDocuments(resolve(folder));
    measured.texts = textsOf(measured.documents);
    measured.idle = await measureMemory();
    return { documents: measured.documents.length };
  },
  async build() {
    measured.engine = measured.open();
    return measureBuild(measured.engine, measured.texts);
  },
  async questions({ length, count, seed, seconds }) {
    const questions = questionsFrom(measured.documents, { length, count, seed });
    return measureQuestions(measured.engine, questions, seconds);
  },
  async memory() {
    const { idle } = measured;
    const now = await measureMemory();
    return { heap: now.heap - idle.heap, external: now.external - idle.external, resident: now.resident };
  },
  changes: ({ sort, most, seconds }) =>
    measureChanges(measured.engine, { documents: measured.documents, sort, most, seconds }),
  /** The longest block of an engine that has a way of its own to build in slices. */
  async sliced() {
    const engine = measured.open();
    if (engine.fillInSlices === undefined) return undefined;
    return measureBuild({ ...engine, fill: engine.fillInSlices }, measured.texts);
  },
  warmStart: () => measureWarmStart(measured.engine, measured.open),
};

process.on('disconnect', () => process.exit());
process.on('message', async ({ order, ...rest }) => {
  try {
    process.send({ result: await ORDERS[order](rest) });
  } catch (fault) {
    process.send({ fault: String(fault?.stack ?? fault) });
  }
});
