import { describe, expect, test } from 'vitest';
import { draftsOf } from '../../src/library/inbox.ts';
import { Refusal } from '../../src/refusal.ts';
import { draftNamed, versionOf } from '../../src/reviewing/draft-named.ts';
import { libraryOf } from '../library-of.ts';

const snapshot = libraryOf({
  'context/voice.md': 'Warm.',
  'inbox/2025-11-22-launch-emails-0123abcd.md': 'A',
  'inbox/2025-11-20-launch-kit-0123abcd.md': 'B',
  'inbox/by-hand.md': 'C',
  'inbox/declined/old.md': 'D',
});
const drafts = draftsOf(snapshot);

test('one of two files with the same name is named by its path, and its name alone names none', () => {
  const both = draftsOf(libraryOf({ 'inbox/a/x.md': 'A', 'inbox/b/x.md': 'B', 'inbox/x.mdx.md': 'C' }));
  expect(() => draftNamed(both, 'x.md')).toThrow(
    /^Several drafts are called "x\.md": inbox\/a\/x\.md, inbox\/b\/x\.md\. Type the whole path\./,
  );
  expect(draftNamed(both, 'inbox/b/x.md').text).toBe('B');
});

test('a draft with a hash behind its name is meant only while it is what was seen', () => {
  const [draft] = draftsOf(libraryOf({ 'inbox/x.md': 'A' }));
  const [changed] = draftsOf(libraryOf({ 'inbox/x.md': 'B' }));
  if (draft === undefined || changed === undefined) throw new Error('There are no drafts.');
  const seen = versionOf(draft);
  expect(seen).toMatch(/^[0-9a-f]{8}$/);
  for (const typed of [`x.md@${seen}`, `inbox/x.md@${draft.hash.toUpperCase()}`, `x@${seen}`])
    expect(draftNamed([draft], typed)).toBe(draft);
  expect(() => draftNamed([changed], `x.md@${seen}`)).toThrow(Refusal);
  expect(() => draftNamed([changed], `x.md@${seen}`)).toThrow(
    `Nothing was changed: "inbox/x.md" is no longer what you looked at (${seen}), but ${versionOf(changed)}.`,
  );
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
