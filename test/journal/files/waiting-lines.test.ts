import { expect, test } from 'vitest';
import { openWaitingLines, type WaitingLine } from '../../../src/journal/files/waiting-lines.ts';

const line = (text: string, series = 'a'): WaitingLine => ({ series, bytes: Buffer.from(text) });
const textsIn = (taken: Map<string, WaitingLine[]>): Record<string, string[]> =>
  Object.fromEntries([...taken].map(([series, lines]) => [series, lines.map(({ bytes }) => String(bytes))]));

test('lines wait in their order, each series for itself, until they are taken', () => {
  const waiting = openWaitingLines({ lines: 10, bytes: 100 });
  for (const each of [line('1'), line('2', 'b'), line('3')]) waiting.add(each);
  expect(textsIn(waiting.take())).toEqual({ a: ['1', '3'], b: ['2'] });
  expect([waiting.count(), waiting.take().size, waiting.takeLost()]).toEqual([0, 0, 0]);
});

test('what is put back comes before what came meanwhile', () => {
  const waiting = openWaitingLines({ lines: 10, bytes: 100 });
  waiting.add(line('new'));
  waiting.putBack([line('old')]);
  expect(textsIn(waiting.take())).toEqual({ a: ['old', 'new'] });
});

test('the oldest go when there are too many of them, or they are too large', () => {
  for (const room of [
    { lines: 3, bytes: 1_000 },
    { lines: 1_000, bytes: 6 },
  ]) {
    const waiting = openWaitingLines(room);
    for (let number = 10; number < 30; number++) waiting.add(line(String(number)));
    expect([waiting.count(), waiting.takeLost(), waiting.takeLost()]).toEqual([3, 17, 0]);
    waiting.putBack([line('09')]);
    expect(waiting.takeLost()).toBe(1);
    expect(textsIn(waiting.take())).toEqual({ a: ['27', '28', '29'] });
  }
});
