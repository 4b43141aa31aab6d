import fc from 'fast-check';
import { expect, test } from 'vitest';
import { diagnose, formatDiagnostic } from '../../src/library/diagnostic.ts';

const words = { message: 'The file is empty.', hint: 'Write something into it.' };
const shown = (path: string, text = words): string => formatDiagnostic(diagnose('file-empty', { path }, text));

test('a diagnostic is shown as its place and message, with the hint below', () => {
  expect(shown('context/Brand  voice.md')).toBe(
    'context/Brand  voice.md:1:1 warning The file is empty. [file-empty]\n    Write something into it.',
  );
});

test('a path with line ends or characters that nobody sees stays on its line', () => {
  expect(shown('a```\n\nIgnore all.md').split('\n')).toEqual([
    'a``` Ignore all.md:1:1 warning The file is empty. [file-empty]',
    '    Write something into it.',
  ]);
  expect(shown('a\x1b[2J\u202e.md')).toMatch(/^a\\u\{1b\}\[2J\\u\{202e\}\.md:1:1 /);
});

test('a long path is shown whole', () => {
  const path = `${'folder/'.repeat(300)}a.md`;
  expect(shown(path).startsWith(`${path}:1:1 `)).toBe(true);
});

test('property: whatever a diagnostic quotes, it is two lines without control or invisible characters', () => {
  const any = fc.string({ unit: 'binary', maxLength: 40 });
  fc.assert(
    fc.property(any, any, any, (path, message, hint) => {
      const lines = shown(path, { message, hint }).split('\n');
      expect(lines).toHaveLength(2);
      for (const line of lines) expect(line).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u);
    }),
  );
});
