import { expect, test } from 'vitest';
import { limitsBehindProxy, limitsForOne, limitsWith } from '../../src/http/limits.ts';

test('a limit that is given takes the place of the usual one, and no other changes', () => {
  expect(limitsWith({ sessions: 500 })).toEqual({ ...limitsWith(), sessions: 500 });
  expect(limitsWith({ sessions: undefined })).toEqual(limitsWith());
});

test('nobody alone takes what is there for all', () => {
  const limits = limitsWith();
  expect(limits.concurrentPerMember).toBeLessThan(limits.concurrent);
  expect(limits.sessionsPerMember).toBeLessThan(limits.sessions);
  expect(limits.streamsPerMember).toBeLessThan(limits.streams);
  expect(limits.connectionsPerAddress).toBeLessThan(limits.connections);
});

test('every limit is a number of something', () => {
  expect(Object.values(limitsWith()).filter((limit) => !Number.isInteger(limit) || limit < 1)).toEqual([]);
});

test('whoever is alone may take all that there is', () => {
  const [limits, all] = [limitsWith(), limitsForOne(limitsWith())];
  expect(all).toMatchObject({
    requestsPerMember: Number.POSITIVE_INFINITY,
    concurrentPerMember: limits.concurrent,
    sessionsPerMember: limits.sessions,
    streamsPerMember: limits.streams,
    connectionsPerAddress: limits.connections,
  });
  expect(limitsBehindProxy(limits)).toEqual({ ...limits, connectionsPerAddress: limits.connections });
});
