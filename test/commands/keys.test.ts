import { PassThrough } from 'node:stream';
import { expect, onTestFinished, test } from 'vitest';
import { type Keys, openKeys } from '../../src/commands/keys.ts';

function opened(): { keys: Keys; type: (text: string) => void; isRaw: () => boolean } {
  let isRaw = false;
  const terminal = Object.assign(new PassThrough(), {
    isTTY: true,
    setRawMode(wanted: boolean) {
      isRaw = wanted;
    },
  });
  const keys = openKeys(terminal);
  onTestFinished(keys.close);
  return { keys, type: (text) => void terminal.write(text), isRaw: () => isRaw };
}

/** The key that answers a question when this is typed behind it, then a full stop. */
async function answerTo(typed: string): Promise<string | undefined> {
  const { keys, type } = opened();
  const answer = keys.next();
  await new Promise((resolve) => setTimeout(resolve, 20));
  type(typed);
  await new Promise((resolve) => setTimeout(resolve, 20));
  type('.');
  return answer;
}

test('one key answers one question, and what comes in one go with it answers no other', async () => {
  const { keys, type } = opened();
  const first = keys.next();
  setImmediate(() => setImmediate(() => type('sa')));
  expect(await first).toBe('s');
  const second = keys.next();
  setImmediate(() => setImmediate(() => setImmediate(() => type('d'))));
  expect(await second).toBe('d');
});

test('what was typed before a question is no answer to it', async () => {
  const { keys, type } = opened();
  type('aaa');
  await new Promise((resolve) => setImmediate(resolve));
  const answer = keys.next();
  setImmediate(() => setImmediate(() => setImmediate(() => type('q'))));
  expect(await answer).toBe('q');
});

test.each([
  ['A', 'a'],
  ['\u0001', '.'],
  ['\u001ba', '.'],
  ['\u0003', undefined],
  ['\u0004', undefined],
])('%j answers %j: a letter counts, with Ctrl or Alt it does not, Ctrl+C and Ctrl+D end', async (typed, answer) => {
  expect(await answerTo(typed)).toBe(answer);
});

test('the terminal is as it was before', () => {
  const { keys, isRaw } = opened();
  expect(isRaw()).toBe(true);
  keys.close();
  expect(isRaw()).toBe(false);
});
