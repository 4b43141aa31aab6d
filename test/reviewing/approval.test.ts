import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Document } from '../../src/library/document.ts';
import { parse } from '../../src/library/parse.ts';
import { Refusal } from '../../src/refusal.ts';
import { approve, isApprovalOf, whyNotApprovable } from '../../src/reviewing/approval.ts';

const ANA = { name: 'Ana Lark', date: '2026-11-22', kind: 'workflow' } as const;
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const textOf = (found: Uint8Array): string => Buffer.from(found).toString('utf8');
const approved = (text: string, name: string = ANA.name): string => textOf(approve(bytes(text), { ...ANA, name }));

function read(text: string | Uint8Array, id = 'context/workflows/a.md'): Document {
  const file = typeof text === 'string' ? bytes(text) : text;
  const { document } = parse({ id, bytes: file, hash: '', modified: 0 });
  if (document === undefined) throw new Error('There is no document.');
  return document;
}

describe('an approval is written down', () => {
  test.each([
    [
      'above the closing line',
      '---\ntitle: A\n---\nText\n',
      '---\ntitle: A\napproved_by: Ana Lark\napproved_on: 2026-11-22\n---\nText\n',
    ],
    [
      'with the line ends of the file',
      '---\r\ntitle: A\r\n---\r\nText',
      '---\r\ntitle: A\r\napproved_by: Ana Lark\r\napproved_on: 2026-11-22\r\n---\r\nText',
    ],
    [
      'behind a byte order mark and blank lines',
      '\uFEFF\n\n--- \ntitle: A  \n---\t\nText  ',
      '\uFEFF\n\n--- \ntitle: A  \napproved_by: Ana Lark\napproved_on: 2026-11-22\n---\t\nText  ',
    ],
    [
      'as deep as the other fields',
      '---\n  title: A\n---\n',
      '---\n  title: A\n  approved_by: Ana Lark\n  approved_on: 2026-11-22\n---\n',
    ],
    [
      'where the file ends with the closing line',
      '---\ntitle: A\n---',
      '---\ntitle: A\napproved_by: Ana Lark\napproved_on: 2026-11-22\n---',
    ],
    [
      'between lines that hold nothing',
      '---\n---\nText',
      '---\napproved_by: Ana Lark\napproved_on: 2026-11-22\n---\nText',
    ],
    [
      'in front, with the kind, where there is no front matter',
      'Text\r\nMore',
      '---\r\nkind: workflow\r\napproved_by: Ana Lark\r\napproved_on: 2026-11-22\r\n---\r\nText\r\nMore',
    ],
    [
      'in front of two rules',
      '---\n\nText\n\n---\n',
      '---\nkind: workflow\napproved_by: Ana Lark\napproved_on: 2026-11-22\n---\n---\n\nText\n\n---\n',
    ],
  ])('%s', (_, before, after) => {
    expect(approved(before)).toBe(after);
  });

  test('with the kind where the new place would make another one of it', () => {
    const text = textOf(approve(bytes('---\ntitle: A\n---\n'), { ...ANA, needsKind: true }));
    expect(text).toBe('---\ntitle: A\nkind: workflow\napproved_by: Ana Lark\napproved_on: 2026-11-22\n---\n');
    expect(textOf(approve(bytes('---\nkind: win\n---\n'), { ...ANA, needsKind: true }))).not.toContain('workflow');
  });

  test.each(['Ana: "the # lark"', 'null', '- x', "d'Arc", '李', 'a\nb: c', '{{x}}', '@ana', '123', '---'])(
    'in the name of %j, which stays one value',
    (name) => {
      const { fields } = read(approved('---\ntitle: A\n---\nText\n', name));
      expect(Object.keys(fields)).toEqual(['title', 'approved_by', 'approved_on']);
      expect(fields['approved_by']).toBe(name.replace('\n', ' '));
    },
  );
});

describe('what cannot be done safely is refused in a sentence:', () => {
  test.each([
    [
      'it is approved already',
      '---\napproved_by: Eve\n---\n',
      /already has a line "approved_by".*Take the line out first/,
    ],
    ['the same, spelt otherwise', '---\nApproved on: 2026-01-01\n---\n', /already has a line "Approved on"/],
    ['it never closes', '---\ntitle: A\nText\n', /no closing "---" line/],
    ['it is broken', '---\ntitle: "A\n---\nText\n', /cannot be read, so nothing can be written into it/],
    ['it is in another language', '---js\nmodule.exports = {}\n---\nText\n', /cannot be read/],
    ['it is one bracket', '---\n{title: A}\n---\nText\n', /nothing can be added safely/],
  ])('%s', (_, text, says) => {
    expect(() => approved(text)).toThrow(Refusal);
    expect(() => approved(text)).toThrow(says);
  });

  test('it is not UTF-8', () => {
    const utf16 = new Uint8Array([0xff, 0xfe, 0x41, 0]);
    expect(() => approve(utf16, ANA)).toThrow(/saved as UTF-16/);
    expect(() => approve(new Uint8Array([0x41, 0xe4, 0x41]), ANA)).toThrow(/not saved as UTF-8/);
  });

  test('and what can be done has no obstacle', () => {
    expect(whyNotApprovable('---\ntitle: A\n---\n')).toBeUndefined();
    expect(whyNotApprovable('---\napproved_by: x\n---\n')).toMatch(/Take the line out/);
  });
});

const lineEnd = fc.constantFrom('\n', '\r\n', '\r');
const field = fc.constantFrom(
  'title: A',
  'tags: [a, b]',
  'kind: win',
  '# a remark',
  '',
  'notes: |',
  '  more of it',
  'list:',
  '  - one',
  '- two',
  'text: >-',
  "quoted: 'it''s'",
  'a: {b: c}',
  'date: 2026-01-01',
  '...',
  'x: "y"  ',
  '\ttab',
  'key',
  '  ',
  'z: &a 1',
  'w: *a',
);
const line = fc.oneof(
  field,
  fc.constantFrom('---', '# Heading', 'Text.', '--- ', '***'),
  fc.string({ maxLength: 12, unit: 'grapheme' }),
);
const file = fc
  .record({
    bom: fc.constantFrom('', '\uFEFF'),
    fields: fc.array(field, { maxLength: 6 }),
    body: fc.array(line, { maxLength: 5 }),
    end: lineEnd,
    hasFences: fc.boolean(),
    isEnded: fc.boolean(),
  })
  .map(({ bom, fields, body, end, hasFences, isEnded }) => {
    const lines = hasFences ? ['---', ...fields, '---', ...body] : body;
    return bom + lines.join(end) + (isEnded ? end : '');
  });

test('whatever the file, every other byte stays, and it is read as the same document with what was added', () => {
  let done = 0;
  fc.assert(
    fc.property(file, fc.string({ minLength: 1, maxLength: 30 }), (text, name) => {
      fc.pre(name.trim() !== '');
      const draft = bytes(text);
      let result: Uint8Array;
      try {
        result = approve(draft, { ...ANA, name });
      } catch (error) {
        if (error instanceof Refusal) return;
        throw error;
      }
      done++;
      const [before, after] = [read(draft), read(result)];
      const added = result.length - draft.length;
      const at = result.findIndex((byte, index) => byte !== draft[index]);
      // what was put in may begin like what it was put before
      const isInsertion = Array.from({ length: (at < 0 ? draft.length : at) + 1 }, (_, index) => index).some((index) =>
        Buffer.concat([result.subarray(0, index), result.subarray(index + added)]).equals(draft),
      );
      expect(isInsertion).toBe(true);
      expect([after.body, after.isIntact]).toEqual([before.body, true]);
      expect(after.kind).toBe(before.kind === 'workflow' ? 'workflow' : before.kind);
      expect([after.title, after.status, after.tags]).toEqual([before.title, before.status, before.tags]);
      const { approved_by: by, approved_on: on, ...others } = after.fields;
      expect(on).toBe('2026-11-22');
      expect(typeof by).toBe('string');
      expect({ kind: 'workflow', ...others }).toEqual({ kind: 'workflow', ...before.fields });
      expect(isApprovalOf(result, draft, 'workflow')).toBe(true);
    }),
    { numRuns: 1_500 },
  );
  expect(done).toBeGreaterThan(400);
});

test('another text is not what a draft becomes, and nobody else could have written it', () => {
  const draft = bytes('---\ntitle: A\n---\nText\n');
  expect(isApprovalOf(approve(draft, { ...ANA, name: 'Ben', date: '2026-01-01' }), draft, 'workflow')).toBe(true);
  expect(isApprovalOf(draft, draft, 'workflow')).toBe(false);
  expect(isApprovalOf(bytes(approved('---\ntitle: A\n---\nText!\n')), draft, 'workflow')).toBe(false);
  expect(isApprovalOf(new Uint8Array([0xff, 0xfe]), draft, 'workflow')).toBe(false);
});
