/** The parts of a brief, in the order in which it shows them. */
export const PARTS = ['voice', 'words', 'reader', 'messaging', 'proof', 'learned', 'rules', 'more'] as const;
export type Part = (typeof PARTS)[number];

/** How a part stands in a brief. */
interface PartForm {
  readonly title: string;
  /** The share of the room that is kept for it; what it does not need goes to the others. */
  readonly share: number;
  /** What is worth less than this share of the part's best is not needed, however much room there is. */
  readonly needed: number;
  /** What is said when the library has nothing for it; absent where nothing has to be said. */
  readonly missing?: string;
}

export const FORMS: Readonly<Record<Part, PartForm>> = {
  voice: { title: 'Voice', share: 0.19, needed: 0.15, missing: 'The library has no rules of voice or style.' },
  words: {
    title: 'Words to use and avoid',
    share: 0.11,
    needed: 0.15,
    missing: 'The library has no list of words to use or avoid.',
  },
  reader: { title: 'The reader', share: 0.17, needed: 0.1 },
  messaging: { title: 'Messaging', share: 0.1, needed: 0.35, missing: 'The library has no messaging or positioning.' },
  proof: { title: 'Proof', share: 0.09, needed: 0.2, missing: 'The library has no proof points or customer stories.' },
  learned: { title: 'Learned before', share: 0.14, needed: 0.45 },
  rules: {
    title: 'Rules on claims',
    share: 0.14,
    needed: 0.15,
    missing: 'The library has no legal rules or rules on claims.',
  },
  more: { title: 'More for this task', share: 0.06, needed: 0.3 },
};

/** Who is served first when there is little room. */
export const BY_IMPORTANCE: readonly Part[] = [
  'voice',
  'reader',
  'words',
  'rules',
  'messaging',
  'proof',
  'learned',
  'more',
];
