import fc from 'fast-check';
import matter from 'gray-matter';
import { describe, expect, it } from 'vitest';
import type { Json } from '../../../src/library/document.ts';
import { decode } from '../../../src/library/text/encoding.ts';
import { readFrontMatter, readYaml } from '../../../src/library/text/front-matter.ts';

const read = (text: string) => readFrontMatter(text, 'a.md');

describe('bombs', () => {
  const of = (piece: string, count: number) => piece.repeat(count);
  const numbered = (count: number, make: (index: number) => string, between: string) =>
    Array.from({ length: count }, (_, i) => make(i)).join(between);
  const tenfold = (index: number) => `a${index}: &a${index} [${Array(10).fill(`*a${index - 1}`)}]\n`;
  const ladder = (step: (indent: string) => string, count: number) => numbered(count, (i) => step(of(' ', i)), '');

  const BOMBS: [name: string, block: string, limit: boolean][] = [
    ['aliases of aliases', `a0: &a0 [${Array(10).fill('x')}]\n${numbered(9, (i) => tenfold(i + 1), '')}`, true],
    ['80,000 blank lines', `a: 1\n${of('\n', 80_000)}`, true],
    ['1 MiB of blank lines', of('\n', 2 ** 20), false],
    ['blank lines between comments', of(`${of('\n', 49)}#x\n`, 38), false],
    ['lines that only a regular expression sees', `a: 1\n${of('\u2028', 60_000)}`, true],
    ['60,000 spaces', `a: ${of(' ', 60_000)}x`, false],
    ['2,000 fields', numbered(1990, (i) => `k${i}: 1`, '\n'), false],
    ['9,000 fields in a line', `a: {${numbered(6000, (i) => `k${i}: 1`, ',')}}`, true],
    ['20,000 values', `a: [${numbered(20_000, () => '1', ',')}]`, true],
    ['open brackets', `a: ${of('[', 60_000)}`, true],
    ['open braces', `a: ${of('{', 60_000)}`, true],
    ['closed brackets', `a: ${of('[', 30_000)}${of(']', 30_000)}`, true],
    ['pairs of brackets', `a: ${of('[]', 30_000)}`, true],
    ['lists in lists', `a:\n${of('- ', 30_000)}x`, true],
    ['names of names', `a:\n${of('? ', 30_000)}x`, true],
    ['colons', of('a: ', 20_000), true],
    ['maps in maps, a step a line', ladder((indent) => `${indent}a:\n`, 350), true],
    ['maps and lists at once', ladder((indent) => `${indent}a:\n${indent}-\n`, 180), true],
    ['33 levels', ladder((indent) => `${indent}a:\n`, 34), true],
    ['anchors', `a: [${numbered(6000, (i) => `&a${i} 1`, ',')}]`, false],
    ['aliases', `a: [&x 1,${Array(9000).fill('*x')}]`, true],
    ['a value that repeats itself', 'a: &x [*x]', false],
    ['mistakes', of('k: a: b\n', 1900), false],
    ['quotes', `a: ${of('""', 30_000)}`, false],
    ['tags', `a: ${of('!a ', 20_000)}`, false],
    ['dashes', `a: ${of('-', 60_000)}\n${of('----\n', 1000)}`, false],
  ];

  // The slowest takes under half a second on a slow machine; unbounded, several take minutes or end the process.
  it.each(BOMBS)('of %s end quickly', (name, block, isLimit) => {
    const began = performance.now();
    const front = read(`---\n${block}\n---\nbody`);
    readYaml(block, 't.yaml');
    expect(performance.now() - began).toBeLessThan(5000);
    expect(front.diagnostics.length).toBeLessThanOrEqual(20);
    expect([name, front.diagnostics.some(({ code }) => code === 'front-matter-limit')]).toEqual([name, isLimit]);
    if (isLimit) expect(front).toMatchObject({ fields: {}, isIntact: false });
  });

  it('of brackets are stopped before a parser goes down into them', () => {
    const { diagnostics } = read(`---\na: ${of('[', 3000)}\n---\n`);
    expect(diagnostics).toMatchObject([{ code: 'front-matter-limit', line: 2, column: 68 }]);
    expect(diagnostics[0]?.message).toContain('64 brackets are open');
  });

  it.each([
    ['fences', `---\na: 1\n---\n${of('---\n', 200_000)}`],
    ['an unclosed block', `---\n${of('a: b\n', 200_000)}`],
    ['a long first line', `---${of(' ', 2 ** 20)}`],
    ['a long word', `---${of('a', 2 ** 20)}\n---\n`],
  ])('in a whole file of %s end quickly', (_, text) => {
    const began = performance.now();
    expect(text.endsWith(read(text).body)).toBe(true);
    expect(performance.now() - began).toBeLessThan(5000);
  });

  it('are not mistaken for long but honest fields', () => {
    const list = numbered(900, (i) => `  - tag ${i}`, '\n');
    expect(read(`---\ntags:\n${list}\n---\n`)).toMatchObject({ isIntact: true, diagnostics: [] });
    expect(read(`---\n${ladder((indent) => `${indent}a:\n`, 32)}---\n`)).toMatchObject({ isIntact: true });
  });
});

describe('gray-matter', () => {
  it('keeps nothing of what it has seen, and hands out nothing shared', () => {
    for (let i = 0; i < 500; i++) read(`---\ni: ${i}\n---\n`);
    expect(Reflect.get(matter, 'cache')).toEqual({});
    const text = '---\ntags: [a]\n---\nx';
    const { tags } = read(text).fields;
    if (Array.isArray(tags)) tags.push('more');
    expect(read(text).fields).toEqual({ tags: ['a'] });
    expect(read('---\na: [1\n---\nx')).toMatchObject({ isIntact: false });
    expect(read('---\na: [1\n---\nx')).toMatchObject({ isIntact: false });
  });
});

const RUNS = Math.ceil(Number(process.env['FUZZ_RUNS'] ?? 52_000) / 4);
const PIECES = [
  '---',
  '---js',
  '----',
  '\n',
  '\n',
  '\r\n',
  '\r',
  ': ',
  ': ',
  '- ',
  '? ',
  '{',
  '}',
  '[',
  ']',
  ', ',
  '&a ',
  '*a',
  '<<: ',
]
  .concat([
    '"',
    "'",
    '|',
    '>',
    '#',
    '%YAML 1.1\n',
    '!!js/function ',
    '!!binary ',
    '__proto__: ',
    'constructor: ',
    '\t',
    '  ',
    '\uFEFF',
  ])
  .concat(['\u2028', 'a', 'title: ', '{{x}}', '~', '...', '1e999', '2024-01-02', '@', '`', '\\', '\0']);
const junk = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...PIECES) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 4 }) },
    ),
    { maxLength: 40 },
  )
  .map((pieces) => pieces.join(''));

function isPlain(value: Json, depth = 0): boolean {
  if (depth > 33) return false;
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object' || value === null) return ['string', 'boolean', 'object'].includes(typeof value);
  if (Array.isArray(value)) return value.every((entry: Json) => isPlain(entry, depth + 1));
  const isOrdinary = Object.getPrototypeOf(value) === Object.prototype;
  return (
    isOrdinary &&
    Object.entries(value).every(
      ([key, entry]) => !/^(__proto__|constructor|prototype)$/.test(key) && isPlain(entry, depth + 1),
    )
  );
}

function expectSound(text: string): void {
  const front = read(text);
  const lineCount = text.split(/\r\n?|\n/).length;
  const again = read(text);
  const isSound =
    isPlain(front.fields) &&
    text.endsWith(front.body) &&
    front.diagnostics.length <= 20 &&
    front.diagnostics.every(
      (fault) => fault.line >= 1 && fault.line <= lineCount && fault.column >= 1 && fault.message.length < 300,
    ) &&
    front.bodyLine === text.slice(0, text.length - front.body.length).split(/\r\n?|\n/).length &&
    (front.isIntact || front.diagnostics.length > 0) &&
    JSON.stringify([front.fields, front.diagnostics]) === JSON.stringify([again.fields, again.diagnostics]) &&
    !('polluted' in {});
  // One assertion a run, with the details only when it fails: this runs a million times.
  if (!isSound) expect({ text, front }).toBe('sound');
}

describe('property', { timeout: 900_000 }, () => {
  it('any text is read to plain JSON, the same each time, without an exception', () => {
    fc.assert(
      fc.property(junk, (text) => expectSound(text.replaceAll('\uFEFF', ''))),
      { numRuns: RUNS },
    );
  });

  it('so is any block between fences', () => {
    fc.assert(
      fc.property(junk, (block) => expectSound(`---\n${block.replaceAll('\uFEFF', '')}\n---\nbody`)),
      { numRuns: RUNS },
    );
  });

  it('so is any file of YAML', () => {
    const check = (text: string) => {
      const { value, diagnostics, placeOf } = readYaml(text, 't.yaml');
      placeOf(['a', 0, 'title'], 'key');
      if (value === undefined ? diagnostics.length === 0 : !isPlain(value)) expect({ text, value }).toBe('sound');
    };
    fc.assert(fc.property(junk, check), { numRuns: RUNS });
  });

  it('a block is never left out without a word, not even one that begins with a vertical tab', () => {
    expectSound('---\n\u000bA:\0\n---\n');
  });

  it('a body that is not there lies at the end of the file', () => {
    for (const text of ['---\n---', '---\n---\n', '---\na: 1\n---', '---\r\na: 1\r\n---\r\n']) expectSound(text);
  });

  it('so are any bytes', () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 120 }),
      fc
        .tuple(junk, fc.uint8Array({ maxLength: 8 }))
        .map(([text, noise]) => new Uint8Array([...Buffer.from(`---\n${text}`), ...noise, ...Buffer.from('\n---\n')])),
    );
    fc.assert(
      fc.property(bytes, (array) => expectSound(decode(array, 'a.md').text?.replace(/^\uFEFF/, '') ?? '')),
      { numRuns: RUNS },
    );
  });

  it('what is written as JSON is read back, with the body untouched', () => {
    const name = fc
      .stringMatching(/^[a-z][a-z0-9_]{0,10}$/)
      .filter((key) => key !== 'constructor' && key !== 'prototype');
    const value = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.integer(),
      fc.boolean(),
      fc.array(fc.string(), { maxLength: 3 }),
    );
    const fields = fc.dictionary(name, value, { maxKeys: 6, noNullPrototype: true });
    const roundTrip = (written: Record<string, Json>, body: string) => {
      const lines = Object.entries(written).map(([key, entry]) => `${key}: ${JSON.stringify(entry)}\n`);
      const front = read(`---\n${lines.join('')}---\n${body}`);
      expect(front).toMatchObject({ body, isIntact: true, diagnostics: [] });
      expect(front.fields).toEqual(written);
    };
    fc.assert(fc.property(fields, fc.string(), roundTrip), { numRuns: 3000 });
  });
});
