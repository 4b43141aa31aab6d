/** What makes answers better than those of the plain index. Measurements leave out one at a time. */
export const AIDS = [
  'passages',
  'thesaurus',
  'light words',
  'glossary',
  'aliases',
  'acronyms',
  'spelling',
  'compounds',
  'languages',
  'shapes',
  'repetition',
] as const;
export type Aid = (typeof AIDS)[number];

export type Without = ReadonlySet<Aid>;
