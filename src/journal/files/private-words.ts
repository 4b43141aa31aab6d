import { findSecrets } from '../../library/text/secrets.ts';

/** What people type of others, or by mistake: it is no name of something that a library lacks. */
const PRIVATE: readonly RegExp[] = [
  /[^\s@]@[^\s@]+\.[^\s@]/,
  // a phone number, however it is grouped
  /(?:\d[\s().+/-]{0,3}){7}/,
  /pass(?:word|wort|code)|\bpin is\b/i,
];

const LONGEST = 2_000;

/** Whether the words of a search may name a person or hold a secret, so that they are not kept. */
export function isPrivate(words: string): boolean {
  const plain = words.slice(0, LONGEST).normalize('NFKC');
  return PRIVATE.some((form) => form.test(plain)) || findSecrets(plain, 1).length > 0;
}
