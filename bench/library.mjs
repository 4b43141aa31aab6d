// A made-up library of any size: the same words, lengths and kinds for everything that is measured.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const FOLDERS = [
  'context/brand',
  'context/personas',
  'context/messaging',
  'context/learnings',
  'context/workflows',
  'prompts',
];
const WORDS = 6_000;
const SECTIONS = 5;
const WORDS_A_SECTION = 80;

/** A small seeded generator (mulberry32), so that every run measures the same library. */
export function generator(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const SYLLABLES = [
  'ba',
  'co',
  'di',
  'fe',
  'gu',
  'la',
  'me',
  'no',
  'pi',
  'ra',
  'so',
  'tu',
  'ver',
  'win',
  'xal',
  'yor',
  'zen',
];
export const wordAt = (rank) => {
  let word = '';
  for (let n = rank + 17; n > 0; n = Math.floor(n / SYLLABLES.length)) word += SYLLABLES[n % SYLLABLES.length];
  return word;
};

/** Writes `count` documents of about 400 words each into a folder; words are as unequally common as in real text. */
export function writeLibrary(folder, count) {
  const random = generator(count);
  const word = () => wordAt(Math.floor(WORDS ** random()) - 1);
  const sentence = () => `${Array.from({ length: 12 }, word).join(' ')}.`;
  for (let i = 0; i < count; i++) {
    const place = join(folder, ...FOLDERS[i % FOLDERS.length].split('/'), `group-${i % 20}`, `document-${i}.md`);
    const sections = Array.from({ length: SECTIONS }, (_, s) => {
      const text = Array.from({ length: Math.ceil(WORDS_A_SECTION / 12) }, sentence).join(' ');
      return `## ${word()} ${word()} ${s}\n\n${text}\n`;
    });
    mkdirSync(dirname(place), { recursive: true });
    writeFileSync(place, `---\ntitle: ${word()} ${word()} ${i}\ntags: [${word()}]\n---\n\n${sections.join('\n')}`);
  }
}

/** The file that the change benchmark edits. */
export const EDITED = ['context', 'brand', 'group-0', 'document-0.md'];
