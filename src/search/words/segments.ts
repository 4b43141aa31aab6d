/** Scripts that are written without spaces between the words. */
const UNSPACED_CLASS =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー々〆\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}';
const UNSPACED = new RegExp(`[${UNSPACED_CLASS}]`, 'u');
/** Where these scripts lie: cheap to rule out. */
const UNSPACED_RANGE = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\uffff]/;
/** What stands together without a space, script by script. */
const STRETCH = new RegExp(`[${UNSPACED_CLASS}][${UNSPACED_CLASS}\\p{M}]*|[^${UNSPACED_CLASS}]+`, 'gu');
/** Hyphens and apostrophes that stood between two scripts. */
const OUTER_JOINTS = /^['-]+|['-]+$/g;
const ONLY_JOINTS = /^['-]+$/;
/** The segmenter's time grows with the square of what it is given at once. */
const LONGEST_STRETCH = 200;

let segmenter: Intl.Segmenter | undefined;

/** Whether a text has anything that needs a dictionary to be parted into words. */
export function isUnspaced(text: string): boolean {
  return UNSPACED_RANGE.test(text) && UNSPACED.test(text);
}

/** The words of a run of letters without a space; Chinese, Japanese and Thai by dictionary, the rest as it stands. */
export function segmentsOf(run: string): string[] {
  const words: string[] = [];
  for (const stretch of run.match(STRETCH) ?? []) {
    if (isUnspaced(stretch)) addSegments(words, stretch);
    else if (!ONLY_JOINTS.test(stretch)) words.push(stretch.replace(OUTER_JOINTS, ''));
  }
  return words;
}

function addSegments(words: string[], stretch: string): void {
  // The dictionaries are chosen by script: the language makes no difference.
  segmenter ??= new Intl.Segmenter('en', { granularity: 'word' });
  for (let start = 0; start < stretch.length; start += LONGEST_STRETCH) {
    for (const { segment, isWordLike } of segmenter.segment(stretch.slice(start, start + LONGEST_STRETCH))) {
      if (isWordLike) words.push(segment);
    }
  }
}
