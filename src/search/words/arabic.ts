const AND = /^و(?=.{3})/;
const ARTICLE = /^(?:وال|بال|كال|فال|ال|لل)(?=..)/;
/** One after the other, each at most once. */
const SUFFIXES: readonly RegExp[] = ['ها', 'ان', 'ات', 'ون', 'ين', 'يه', 'ه', 'ي'].map(
  (suffix) => new RegExp(`(?<=..)${suffix}$`),
);

/** A folded Arabic word without article, joined words and endings: "light10" (Larkey, Ballesteros and Connell 2002). */
export function stemArabic(word: string): string {
  const bare = word.replace(AND, '').replace(ARTICLE, '');
  return SUFFIXES.reduce((stem, suffix) => stem.replace(suffix, ''), bare);
}
