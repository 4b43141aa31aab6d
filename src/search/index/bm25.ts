const K1 = 1.2;
const B = 0.75;

/** lunr's inverse document frequency, in which a text counts once for every field that has the term. */
export function inverseFrequency(texts: number, frequency: number): number {
  return Math.log(1 + Math.abs((texts - frequency + 0.5) / (frequency + 0.5)));
}

/** What the length of a field, as a multiple of the average, adds to a count below the line. */
export function normOf(length: number): number {
  return K1 * (1 - B + B * length);
}

/** BM25, reckoned in lunr's order. A field's boost comes on top, and then the score is rounded. */
export function bm25(idf: number, count: number, norm: number): number {
  return (idf * ((K1 + 1) * count)) / (norm + count);
}

/** lunr keeps three decimals of a score. Rounded as `Math.round` does, in which the processor guesses wrong half the time. */
export function roundedScore(score: number): number {
  return Math.floor(score * 1000 + 0.5) / 1000;
}
