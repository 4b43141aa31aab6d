import { editsFrom } from './edit-distance.ts';

const ENDINGS = 'ing ings ed er ers es ly al ion ions ment ments able ness ity'
  .split(' ')
  .map((ending) => ({ ending, editsTo: editsFrom(ending) }));
const SHORTEST_ROOT = 3;

/**
 * The word with an English ending in place of one that is an edit away from it: "messaging" for "messagign". Its stem may
 * be much further from the stem of the slip. Most are no words: look them up.
 */
export function mendedEndings(word: string): string[] {
  const mended = new Set<string>();
  for (const { ending, editsTo } of ENDINGS) {
    for (let length = ending.length - 1; length <= ending.length + 1; length++) {
      const cut = word.length - length;
      if (cut >= SHORTEST_ROOT && editsTo(word.slice(cut)) === 1) mended.add(word.slice(0, cut) + ending);
    }
  }
  return [...mended];
}
