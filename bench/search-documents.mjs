// The documents that search is measured with: made up, of any number, or those of a real folder.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { built } from './built.mjs';
import { generator, wordAt } from './library.mjs';

const { parse } = await built('library/parse');

const VOCABULARY = 30_000;
const [SHORTEST, LONGEST] = [300, 800];
const WORDS_A_SECTION = 120;
const WORDS_A_SENTENCE = 12;
const FOLDERS = ['context/brand', 'context/personas', 'context/messaging', 'context/learnings', 'context/workflows'];

/** How much a field counts, as in src/search/catalog.ts. */
export const BOOSTS = { title: 0.25, headings: 0.5, tags: 0.5, path: 0.25, body: 1 };

/** The text of a made-up file. Words are as unequally common as in real text: that of rank r about 1/r as often as the first. */
function madeUp(seed, firstWord) {
  const random = generator(seed);
  const word = () => wordAt(firstWord + Math.floor(VOCABULARY ** random()) - 1);
  const sentence = () => `${Array.from({ length: WORDS_A_SENTENCE }, word).join(' ')}.`;
  const sections = [];
  let left = SHORTEST + Math.floor(random() * (LONGEST - SHORTEST));
  for (; left > 0; left -= WORDS_A_SECTION) {
    const sentences = Math.ceil(Math.min(left, WORDS_A_SECTION) / WORDS_A_SENTENCE);
    sections.push(`## ${word()} ${word()} ${word()}\n\n${Array.from({ length: sentences }, sentence).join(' ')}\n`);
  }
  return `---\ntitle: ${word()} ${word()} ${word()}\ntags: [${word()}, ${word()}]\n---\n\n${sections.join('\n')}`;
}

/** A file with this text, read as the product reads it. */
export const asDocument = (id, text) =>
  parse({ id, bytes: Buffer.from(text), hash: String(text.length), modified: 0 }).document;

/** Made-up documents. Those of another `firstWord` have other words. */
export function madeUpDocuments(count, firstWord = 0) {
  return Array.from({ length: count }, (_, at) => {
    const id = `${FOLDERS[at % FOLDERS.length]}/group-${at % 50}/${wordAt(at)}-${at}.md`;
    return asDocument(id, madeUp(at + 1, firstWord));
  });
}

/** The documents of a folder of Markdown, without what lies in an inbox; undefined when the folder is not there. */
export function realDocuments(folder) {
  if (!existsSync(folder)) return undefined;
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile() && /\.(md|mdx|markdown)$/i.test(entry.name));
  const documents = paths.map((entry) => {
    const path = join(entry.parentPath, entry.name);
    return asDocument(relative(folder, path).split(sep).join('/').normalize('NFC'), readFileSync(path, 'utf8'));
  });
  return documents.filter((document) => document !== undefined && !document.isInInbox);
}

/** The same document with one more sentence, in which there is a word that no other has. */
export function withSentence(document, word) {
  return asDocument(document.id, `${document.text.trimEnd()}\n\nOnly here: ${word}.\n`);
}

/** A document with the same id and another text, in which there is a word that no other has. */
export function replacement(document, seed, word) {
  return withSentence(asDocument(document.id, madeUp(1_000_000_007 + seed, 0)), word);
}

/** What all engines are given of a document. */
export function fieldsOf({ id, title, tags, sections, body }) {
  return {
    id,
    title,
    headings: sections.map(({ heading }) => heading).join('\n'),
    tags: tags.join('\n'),
    path: id.replace(/\.[^./]*$/, ''),
    body,
  };
}
