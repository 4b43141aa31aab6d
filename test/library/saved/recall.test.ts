import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Kept } from '../../../src/library/disk/memory.ts';
import { parse } from '../../../src/library/parse.ts';
import { recollect } from '../../../src/library/saved/recall.ts';
import { prepareSave } from '../../../src/library/saved/save.ts';

const NOW = 1_700_000_000_000;
const DAY_MS = 24 * 3_600_000;

function keptOf(path: string, text: string, { mtimeMs = NOW - DAY_MS, ctimeNs = 0n } = {}): Kept {
  const bytes = new TextEncoder().encode(text);
  const times = { mtimeNs: BigInt(mtimeMs) * 1_000_000n + 1n, ctimeNs: ctimeNs || BigInt(mtimeMs) * 1_000_000n + 2n };
  const signature = { size: bytes.length, ...times, ino: 2n ** 60n + 3n, dev: 5n };
  const hash = `hash of ${text}`;
  return { path, id: path, signature, hash, parsed: parse({ id: path, bytes, hash, modified: mtimeMs }) };
}

async function saved(files: readonly Kept[], at = { savedAt: NOW, readAt: NOW }): Promise<Uint8Array> {
  const all: Uint8Array[] = [];
  for await (const chunk of (await prepareSave(files, at)).chunks) all.push(chunk);
  return Buffer.concat(all);
}

const A = keptOf('a.md', 'Line one.\nLine two: é, 語, 🙂.\n');
const B = keptOf('b/c.md', '');

describe('a memory', () => {
  test('has every file that was saved, with its looks and what it was read as, and no other', async () => {
    const { recall, savedAt, readAt } = await recollect(await saved([A, B]), NOW);
    expect([savedAt, readAt]).toEqual([NOW, NOW]);
    for (const { path, signature, hash, parsed } of [A, B]) {
      const found = recall(path);
      expect(found).toMatchObject({ signature: { ...signature, dev: 0n }, hash, isFirm: true });
      expect(found?.parsed()).toEqual(parsed);
    }
    expect(recall('A.md')).toBeUndefined();
  });

  test('has nothing when nothing was saved, and nothing any more when it was told to forget', async () => {
    expect((await recollect(undefined, NOW)).recall('a.md')).toBeUndefined();
    const memory = await recollect(await saved([A]), NOW);
    memory.forget();
    expect(memory.recall('a.md')).toBeUndefined();
  });

  test('doubts files that were touched shortly before they were saved, or in the future', async () => {
    const touched = (mtimeMs: number): Kept => keptOf('x.md', 'x', { mtimeMs });
    for (const mtimeMs of [NOW - 1_999, NOW, NOW + 3_600_000]) {
      expect((await recollect(await saved([touched(mtimeMs)]), NOW)).recall('x.md')?.isFirm).toBe(false);
    }
    expect((await recollect(await saved([touched(NOW - 2_001)]), NOW)).recall('x.md')?.isFirm).toBe(true);
  });

  test('doubts files on file systems that count whole seconds', async () => {
    const coarse = keptOf('x.md', 'x', { ctimeNs: BigInt(NOW - DAY_MS) * 1_000_000n });
    expect((await recollect(await saved([coarse]), NOW)).recall('x.md')?.isFirm).toBe(false);
  });

  test('doubts everything when all files were last read a week ago, or in the future', async () => {
    const isFirm = async (readAt: number): Promise<unknown> =>
      (await recollect(await saved([A], { savedAt: NOW, readAt }), NOW)).recall('a.md')?.isFirm;
    expect(await isFirm(NOW - 6 * DAY_MS)).toBe(true);
    expect(await isFirm(NOW - 7 * DAY_MS)).toBe(false);
    expect(await isFirm(NOW + 1_000)).toBe(false);
  });

  test('does not give a document that belongs to other contents', async () => {
    const other: Kept = { ...A, hash: 'of something else' };
    const longer: Kept = { ...A, signature: { ...A.signature, size: A.signature.size + 1 } };
    for (const wrong of [other, longer]) {
      expect((await recollect(await saved([wrong]), NOW)).recall('a.md')?.parsed()).toBeUndefined();
    }
  });

  test('has no text that would not come back as it was', async () => {
    const parsed = parse({ id: 'x.md', bytes: new TextEncoder().encode('x'), hash: 'h', modified: 0 });
    const document = parsed.document && { ...parsed.document, text: '\ud800', body: '\ud800' };
    const odd: Kept = { ...A, path: 'x.md', parsed: { ...parsed, document } };
    const memory = await recollect(await saved([odd, B]), NOW);
    expect([memory.recall('x.md'), memory.recall(B.path)?.parsed()]).toEqual([undefined, B.parsed]);
  });

  test('of whatever bytes never fails, and is empty when they are not what was saved', async () => {
    const bytes = await saved([A, B]);
    const some = fc.oneof(
      fc.uint8Array(),
      fc.nat(bytes.length).map((end) => bytes.subarray(0, end)),
      fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)).map(([at, to]) => {
        const other = Buffer.from(bytes);
        other[at] = to;
        return other;
      }),
    );
    const property = fc.asyncProperty(some, async (given) => {
      const memory = await recollect(given, NOW);
      for (const path of ['a.md', 'b/c.md']) memory.recall(path)?.parsed();
    });
    await fc.assert(property, { numRuns: 2_000 });
  });
});

describe('what would be saved', () => {
  const keyOf = async (...files: readonly Kept[]): Promise<string> =>
    (await prepareSave(files, { savedAt: NOW, readAt: NOW })).key;

  test('is the same for the same files in any order, and another when one looks or reads otherwise, or can be relied on now', async () => {
    const key = await keyOf(A, B);
    expect(await keyOf(B, A)).toBe(key);
    const others = [
      keptOf('a.md', 'Other.'),
      keptOf('a2.md', 'Line one.'),
      { ...A, signature: { ...A.signature, ino: 1n } },
    ];
    for (const other of others) expect(await keyOf(other, B)).not.toBe(key);
    expect(await keyOf(A)).not.toBe(key);
    const fresh = keptOf('x.md', 'x', { mtimeMs: NOW - 100 });
    const keyAt = async (savedAt: number): Promise<string> =>
      (await prepareSave([fresh], { savedAt, readAt: NOW })).key;
    expect(await keyAt(NOW)).toBe(await keyAt(NOW + 1_000));
    expect(await keyAt(NOW)).not.toBe(await keyAt(NOW + 10_000));
  });
});
