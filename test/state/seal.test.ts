import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Seal, sealed, unseal } from '../../src/state/seal.ts';

const SEAL: Seal = { part: 'library', format: 1, root: '/team/library', program: 'abc', user: 1000, node: 'v22.1.0' };
const BODY = Buffer.from('What was read, line by line.\n'.repeat(5_000));

async function bytesOf(seal: Seal, ...chunks: readonly Uint8Array[]): Promise<Uint8Array> {
  const all: Uint8Array[] = [];
  for await (const chunk of sealed(seal, chunks)) all.push(chunk);
  return Buffer.concat(all);
}

describe('what was sealed', () => {
  test('comes back as it was, however it was cut into pieces', async () => {
    const pieces = [BODY.subarray(0, 7), BODY.subarray(7, 90_000), BODY.subarray(90_000)];
    expect(Buffer.from((await unseal(SEAL, await bytesOf(SEAL, ...pieces))) ?? [])).toEqual(BODY);
    expect(await unseal(SEAL, await bytesOf(SEAL))).toHaveLength(0);
  });

  test('is the same for the same fields in another order', async () => {
    const reversed: Seal = Object.fromEntries(Object.entries(SEAL).reverse());
    expect(await unseal(reversed, await bytesOf(SEAL, BODY))).toHaveLength(BODY.length);
  });

  test.each(Object.keys(SEAL))('is nothing when another "%s" is expected, or none', async (field) => {
    const bytes = await bytesOf(SEAL, BODY);
    for (const other of ['other', 2, '']) expect(await unseal({ ...SEAL, [field]: other }, bytes)).toBeUndefined();
    const { [field]: _, ...rest } = SEAL;
    expect(await unseal(rest, bytes)).toBeUndefined();
    expect(await unseal({ ...SEAL, more: 1 }, bytes)).toBeUndefined();
  });

  test('is nothing when it was cut off anywhere, or goes on', async () => {
    const bytes = await bytesOf(SEAL, BODY);
    for (let part = 0; part < 20; part++) {
      expect(await unseal(SEAL, bytes.subarray(0, Math.floor((bytes.length * part) / 20)))).toBeUndefined();
    }
    expect(await unseal(SEAL, bytes.subarray(0, -1))).toBeUndefined();
    expect(await unseal(SEAL, Buffer.concat([bytes, Buffer.from([0])]))).toBeUndefined();
  });

  test('is nothing when a single bit is another one', async () => {
    const bytes = await bytesOf(SEAL, BODY);
    const property = fc.asyncProperty(fc.nat(bytes.length - 1), fc.nat(7), async (at, bit) => {
      const flipped = Buffer.from(bytes);
      flipped[at] = (flipped[at] ?? 0) ^ (1 << bit);
      expect(await unseal(SEAL, flipped)).toBeUndefined();
    });
    await fc.assert(property, { numRuns: 200 });
  });
});
