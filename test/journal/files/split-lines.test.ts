import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitLines } from '../../../src/journal/files/split-lines.ts';

/** The lines of a text that comes in pieces of so many bytes, and where each ended. */
async function linesOf(text: string, piece: number, longest: number): Promise<{ lines: string[]; ends: number[] }> {
  const bytes = Buffer.from(text);
  async function* pieces(): AsyncGenerator<Uint8Array> {
    for (let start = 0; start < bytes.length; start += piece) yield bytes.subarray(start, start + piece);
  }
  const lines: string[] = [];
  const ends: number[] = [];
  for await (const found of splitLines(pieces(), longest)) {
    lines.push(...found.map(({ line }) => Buffer.from(line).toString()));
    ends.push(...found.filter(({ isDone }) => isDone).map(({ end }) => end));
  }
  return { lines, ends };
}

test('lines are the same in pieces of any size, and end where the next ones begin', async () => {
  const text = fc.array(fc.constantFrom('a', 'bc', '\n', '\n', '{"x":1}')).map((parts) => parts.join(''));
  await fc.assert(
    fc.asyncProperty(text, fc.integer({ min: 1, max: 9 }), async (whole, piece) => {
      const { lines, ends } = await linesOf(whole, piece, 100);
      expect(lines).toEqual(whole.split('\n').filter((line) => line !== ''));
      expect(ends.every((end) => whole.charAt(end - 1) === '\n')).toBe(true);
      expect(lines.length - ends.length).toBe(whole === '' || whole.endsWith('\n') ? 0 : 1);
    }),
  );
});

test('nothing of a line that is too long is kept, wherever the pieces end, and it is done with', async () => {
  const text = `ab\n${'x'.repeat(200)}\ncd\n${'y'.repeat(99)}`;
  for (const piece of [1, 7, 50, 1_000]) {
    const { lines, ends } = await linesOf(text, piece, 10);
    expect(lines).toEqual(['ab', '', 'cd', '']);
    expect(ends).toEqual([3, 204, 207, text.length]);
  }
});
