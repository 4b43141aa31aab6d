import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Parsed, parse } from '../../../src/library/parse.ts';
import { readParsed, writeParsed } from '../../../src/library/saved/parsed-line.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const parsedOf = (content: string | Uint8Array, id = 'context/brand/voice.md'): Parsed =>
  parse({
    id,
    bytes: typeof content === 'string' ? bytesOf(content) : content,
    hash: 'abc',
    modified: 1_700_000_000_000,
  });

function roundTrip(parsed: Parsed): Parsed | undefined {
  const { line, text } = writeParsed(parsed);
  expect(line).not.toContain('\n');
  return readParsed({ line, text: Buffer.from(text).toString() });
}

const PROMPT = `---
title: Launch email
arguments:
  - name: persona
    from: persona
  - name: tone
    options: [warm, dry]
context: [context/brand/voice.md#how-we-sound]
supersedes: prompts/old.md
---
## User
Write for {{ persona }} {{#if tone}}in a {{ tone }} tone{{else}}plainly{{/if}}. {{> prompts/parts/sign-off.md }} \${input:more} {{nobody}}
## Assistant
Sure.
`;

describe('what a file was read as', () => {
  const files: [what: string, content: string | Uint8Array, id?: string][] = [
    ['a plain text', '# Voice\n\nWe sound like larks.\n'],
    ['a prompt', PROMPT, 'prompts/launch.md'],
    ['a part of prompts', 'Yours, {{ name }} {{> prompts/parts/other.md }}', 'prompts/parts/sign-off.md'],
    [
      'front matter of every sort',
      '---\na: [1, -0, .inf, .nan, null, true]\nb: { c: { d: "x" } }\n"": y\nhasOwnProperty: z\n---\nx',
    ],
    ['front matter that is broken', '---\ntitle: "Voice\n---\nText.'],
    ['nothing', ''],
    ['what is no text', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
    ['text in UTF-16', Uint8Array.from([0xff, 0xfe, 0x41, 0, 0x3d, 0xd8, 0, 0xde, 0x3d, 0xd8])],
    ['text that is not quite UTF-8', Uint8Array.from([0x41, 0xc3, 0x42, 0xed, 0xa0, 0x80])],
    ['a text with line ends of all sorts', '---\r\ntitle: x\r\n---\r\na\rb\u2028c\u0085d\n\n'],
    ['invisible text and secrets', 'a\u{e0041}\u{e0042}b \u202e c AKIAIOSFODNN7EXAMPLE'],
    ['a title that looks like the text', '---\ntitle: x\n---\nx'],
  ];
  test.each(files)('is the same after it was saved: %s', (_what, content, id) => {
    const parsed = parsedOf(content, id);
    expect(roundTrip(parsed)).toEqual(parsed);
  });

  test('is the same after it was saved, whatever the file holds', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('---\n', '\n---\n', '# ', '{{', '}}', ': ', '- '),
    );
    const content = fc.oneof(
      fc.array(text, { maxLength: 20 }).map((parts) => bytesOf(parts.join(''))),
      fc.uint8Array({ maxLength: 200 }),
    );
    const id = fc.constantFrom('context/brand/voice.md', 'prompts/launch.md', 'prompts/parts/x.md', 'inbox/idea.txt');
    const property = fc.property(content, id, (bytes, at) => {
      const parsed = parsedOf(bytes, at);
      expect(roundTrip(parsed)).toEqual(parsed);
    });
    fc.assert(property, { numRuns: 2_000 });
  });

  test('shares its text with its body', () => {
    const { line, text } = writeParsed(parsedOf(PROMPT, 'prompts/launch.md'));
    expect(line).not.toContain('plainly{{/if}}.');
    expect(readParsed({ line, text })?.document?.body).toMatch(/^## User\n/);
  });

  test('is nothing when the line is not what was written', () => {
    const { line, text } = writeParsed(parsedOf('Text.'));
    for (const other of [
      '',
      'null',
      '[]',
      '{}',
      '{"diagnostics":1}',
      line.slice(0, -1),
      line.replace('"title"', '"tilte"'),
    ])
      expect(readParsed({ line: other, text })).toBeUndefined();
  });
});
