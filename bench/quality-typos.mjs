// Questions with slips of the finger, always the same ones.
import { generator } from './library.mjs';

const SHORTEST = 5;
/** One in so many longer words is misspelt, and at least one. */
const ONE_IN = 3;
const NEIGHBOURS = {
  a: 's',
  b: 'v',
  c: 'x',
  d: 'f',
  e: 'r',
  f: 'g',
  g: 'h',
  h: 'j',
  i: 'o',
  j: 'k',
  k: 'l',
  l: 'k',
  m: 'n',
  n: 'm',
  o: 'i',
  p: 'o',
  q: 'w',
  r: 't',
  s: 'd',
  t: 'y',
  u: 'i',
  v: 'b',
  w: 'e',
  x: 'c',
  y: 'u',
  z: 'x',
};

const SLIPS = [
  (word, at) => word.slice(0, at) + word.slice(at + 1),
  (word, at) => word.slice(0, at) + word[at] + word.slice(at),
  (word, at) => word.slice(0, at - 1) + word[at] + word[at - 1] + word.slice(at + 1),
  (word, at) => word.slice(0, at) + (NEIGHBOURS[word[at]] ?? word[at]) + word.slice(at + 1),
];

/** A letter left out, doubled, swapped with the one before, or taken from the next key; never the first letter. */
function misspell(word, random) {
  for (;;) {
    const slip = SLIPS[Math.floor(random() * SLIPS.length)];
    const slipped = slip(word, 1 + Math.floor(random() * (word.length - 1)));
    if (slipped !== word) return slipped;
  }
}

/** The question with some of its longer words misspelt; as it is when it has none. */
export function withTypos(question, seed) {
  const random = generator(seed);
  const longer = question.match(/[a-z]+/gi)?.filter((word) => word.length >= SHORTEST) ?? [];
  const chosen = new Set();
  const count = Math.min(longer.length, Math.max(1, Math.round(longer.length / ONE_IN)));
  while (chosen.size < count) chosen.add(Math.floor(random() * longer.length));
  let at = 0;
  return question.replace(/[a-z]+/gi, (word) => {
    if (word.length < SHORTEST) return word;
    return chosen.has(at++) ? misspell(word, random) : word;
  });
}
