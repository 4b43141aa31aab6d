const K1 = 1.2;
const B = 0.75;

/** lunr's inverse document frequency, in which a text counts once for every field that has the term. */
export function inverseFrequency(texts: number, frequency: number): number {
  return Math.log(1 + Math.abs((texts - frequency + 0.5) / (frequency + 0.5)));
}

/** What a term counts in one field of a text. */
export interface Occurrence {
  readonly idf: number;
  /** How often it stands there. */
  readonly count: number;
  /** The field's length as a multiple of the average. */
  readonly length: number;
  readonly boost: number;
}

/** BM25 with lunr's three decimals, reckoned in lunr's order so that both round alike. */
export function scoreOf({ idf, count, length, boost }: Occurrence): number {
  const score = (idf * ((K1 + 1) * count)) / (K1 * (1 - B + B * length) + count);
  return Math.round(score * boost * 1000) / 1000;
}
