import { describe, expect, test } from 'vitest';
import { daysWaiting, draftsOf, isInInbox, waitingSince } from '../../src/library/inbox.ts';
import { libraryOf } from '../library-of.ts';

test('what waits is told oldest first, without what was declined', () => {
  const snapshot = libraryOf({
    'context/voice.md': 'Warm.',
    'inbox/2025-11-22-launch-emails-0123abcd.md': 'A',
    'inbox/2025-11-20-launch-kit-0123abcd.md': 'B',
    'inbox/by-hand.md': 'C',
    'inbox/dated.md': '---\ndate: 2025-11-21\n---\nD',
    'inbox/declined/old.md': 'E',
    'inbox/Declined/older.md': 'F',
  });
  const drafts = draftsOf(snapshot);
  expect(drafts.map(({ id }) => id)).toEqual([
    'inbox/2025-11-20-launch-kit-0123abcd.md',
    'inbox/dated.md',
    'inbox/2025-11-22-launch-emails-0123abcd.md',
    // files here were last changed on 2026-01-02
    'inbox/by-hand.md',
  ]);
  expect(drafts.map((draft) => daysWaiting(draft, '2025-11-30'))).toEqual([10, 9, 8, 0]);
});

describe('a draft waits since', () => {
  const NAMED = 'inbox/2025-11-20-kit.md';
  test.each([
    ['the day of its field, before that in its name', NAMED, 'date: 2025-10-01', '2025-10-01'],
    ['that day, however the field is written', NAMED, 'Date : "2025-10-01T09:30:00Z"', '2025-10-01'],
    ['the day in its name, where the field is no day', NAMED, 'date: last week', '2025-11-20'],
    ['the day in its name, where the field is no day of the calendar', NAMED, 'date: 2025-02-30', '2025-11-20'],
    ['the day in its name, where the field is a list', NAMED, 'date: [2025-10-01]', '2025-11-20'],
    ['its last change, where nothing else tells a day', 'inbox/kit.md', 'title: Kit', '2026-01-02'],
    ['its last change, where its name has no day of the calendar', 'inbox/2025-02-30-kit.md', '', '2026-01-02'],
  ])('%s', (_, id, field, day) => {
    const [draft] = draftsOf(libraryOf({ [id]: `---\n${field}\n---\nText.\n` }));
    expect(draft === undefined ? undefined : waitingSince(draft)).toBe(day);
  });
});

test('the inbox is known in every spelling, and only at the root', () => {
  expect(['inbox/a.md', 'Inbox/a.md', 'inbox/declined/a.md'].filter(isInInbox)).toHaveLength(3);
  expect(['inbox', 'inboxes/a.md', 'context/inbox/a.md', 'a.md'].filter(isInInbox)).toEqual([]);
});
