/** A name or a choice without what people type differently: case, `_`, `-` and spaces. */
export function fold(words: string): string {
  return words
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_-]+/g, '');
}
