import { expect, test } from 'vitest';
import { limitsWith } from '../../src/http/limits.ts';

test('a limit that is given takes the place of the usual one, and no other changes', () => {
  expect(limitsWith({ sessions: 500 })).toEqual({ ...limitsWith(), sessions: 500 });
  expect(limitsWith({ sessions: undefined })).toEqual(limitsWith());
});

test('nobody alone takes what is there for all', () => {
  const limits = limitsWith();
  expect(limits.concurrentPerMember).toBeLessThan(limits.concurrent);
  expect(limits.sessionsPerMember).toBeLessThan(limits.sessions);
  expect(limits.streamsPerMember).toBeLessThan(limits.streams);
});

test('every limit is a number of something', () => {
  expect(Object.values(limitsWith()).filter((limit) => !Number.isInteger(limit) || limit < 1)).toEqual([]);
});
