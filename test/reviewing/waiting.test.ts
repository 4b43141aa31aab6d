import { describe, expect, test } from 'vitest';
import { Refusal } from '../../src/refusal.ts';
import { daysWaiting, draftNamed, draftsOf } from '../../src/reviewing/waiting.ts';
import { libraryOf } from '../library-of.ts';

const snapshot = libraryOf({
  'context/voice.md': 'Warm.',
  'inbox/2025-11-22-launch-emails-0123abcd.md': 'A',
  'inbox/2025-11-20-launch-kit-0123abcd.md': 'B',
  'inbox/by-hand.md': 'C',
  'inbox/declined/old.md': 'D',
});
const drafts = draftsOf(snapshot);

test('what waits is shown oldest first, without what was declined', () => {
  // files here were last changed on 2026-01-02
  expect(drafts.map(({ id }) => id)).toEqual([
    'inbox/2025-11-20-launch-kit-0123abcd.md',
    'inbox/2025-11-22-launch-emails-0123abcd.md',
    'inbox/by-hand.md',
  ]);
  expect(drafts.map((draft) => daysWaiting(draft, '2025-11-30'))).toEqual([10, 8, 0]);
});

describe('a draft is named', () => {
  test.each([
    ['inbox/2025-11-20-launch-kit-0123abcd.md', 0],
    ['2025-11-22-launch-emails-0123abcd.md', 1],
    ['./inbox/by-hand.md', 2],
    ['by', 2],
    ['2025-11-22', 1],
  ])('by %s', (typed, at) => {
    expect(draftNamed(drafts, typed)).toBe(drafts[at]);
  });

  test.each([
    ['2025-11', /^Several drafts begin with "2025-11": inbox\/2025-11-20-launch-kit-0123abcd\.md, /],
    ['by-hnad.md', /Did you mean by-hand\.md\?/],
    ['declined/old.md', /No draft in the inbox is called/],
    ['', /No draft in the inbox is called "".* --list/],
    ['\u001B[2Jzzzzzzzz', /"\\u\{1b\}\[2Jzzzzzzzz"/],
  ])('and %j is refused', (typed, says) => {
    expect(() => draftNamed(drafts, typed)).toThrow(Refusal);
    expect(() => draftNamed(drafts, typed)).toThrow(says);
  });
});
