import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { openQueue } from '../../src/library/queue.ts';

function opened(take: (one: string) => Promise<void>) {
  const faults: unknown[] = [];
  let idle = 0;
  const queue = openQueue({ take, onFault: (fault) => faults.push(fault), onIdle: () => idle++ });
  return { queue, faults, idle: () => idle };
}

test('takes one after the other and in order, and none before it began', async () => {
  const log: string[] = [];
  const { queue, idle } = opened(async (one) => {
    log.push(`${one} begins, ${queue.waiting()} wait`);
    await nextTurn();
    log.push(`${one} ends`);
  });
  queue.add('first');
  queue.add('second');
  await nextTurn();
  expect(log).toEqual([]);
  queue.begin();
  await expect.poll(idle).toBe(1);
  expect(log).toEqual(['first begins, 1 wait', 'first ends', 'second begins, 0 wait', 'second ends']);
});

test('a fault is reported, what comes after is taken, and who waits for the end is not kept waiting', async () => {
  const taken: string[] = [];
  const { queue, faults, idle } = opened(async (one) => {
    if (one === 'bad') throw new Error('a fault of ours');
    taken.push(one);
  });
  queue.begin();
  queue.add('bad');
  await expect.poll(idle).toBe(1);
  queue.add('good');
  await expect.poll(idle).toBe(2);
  expect(faults).toEqual([new Error('a fault of ours')]);
  expect(taken).toEqual(['good']);
});
