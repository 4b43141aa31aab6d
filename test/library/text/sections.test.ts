import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Section } from '../../../src/library/document.ts';
import { MOST_HEADINGS, readSections, slugOf } from '../../../src/library/text/sections.ts';

const sectionsOf = (body: string, line: number) => readSections(body, { path: 'a.md', line }).sections;
const headingsOf = (body: string) => sectionsOf(body, 1).filter(({ level }) => level > 0);
const outline = (body: string) => headingsOf(body).map(({ level, heading }) => `${level} ${heading}`);
const anchors = (body: string) => headingsOf(body).map(({ anchor }) => anchor);
const lines = (body: string, firstLine = 1) => sectionsOf(body, firstLine).map(({ line }) => line);

describe('sections', () => {
  it('cover the body, each with the headings above it', () => {
    const body = 'intro\n# A\none\n## B\ntwo\n### C\n## D\n# E\n';
    const shown = sectionsOf(body, 5).map((section) => [
      section.line,
      section.trail.join(' > '),
      body.slice(section.start, section.end),
      body.slice(section.start, section.outerEnd),
    ]);
    expect(shown).toEqual([
      [5, '', 'intro\n', 'intro\n'],
      [6, '', '# A\none\n', '# A\none\n## B\ntwo\n### C\n## D\n'],
      [8, 'A', '## B\ntwo\n', '## B\ntwo\n### C\n'],
      [10, 'A > B', '### C\n', '### C\n'],
      [11, 'A', '## D\n', '## D\n'],
      [12, '', '# E\n', '# E\n'],
    ]);
  });

  it('are one without an anchor where there is no heading', () => {
    const whole = { anchor: '', heading: '', level: 0, trail: [], line: 3, start: 0 };
    expect(sectionsOf('just text\n', 3)).toEqual([{ ...whole, end: 10, outerEnd: 10 }]);
    expect(sectionsOf('', 3)).toEqual([{ ...whole, end: 0, outerEnd: 0 }]);
  });

  it('leave out a blank beginning', () => {
    expect(sectionsOf('\n \n# A\n', 1).map(({ start, line }) => [start, line])).toEqual([[3, 3]]);
  });

  it('skip a level in the trail when the body does', () => {
    expect(headingsOf('# A\n### C\n## B\n#### D').map(({ trail }) => trail)).toEqual([[], ['A'], ['A'], ['A', 'B']]);
  });

  it.each([
    ['LF', '\n'],
    ['CRLF', '\r\n'],
    ['CR', '\r'],
  ])('are the same with %s line ends', (_, end) => {
    const body = ['# A', '', 'B', '---', '```', '# no', '```', '## C #'].join(end);
    expect(outline(body)).toEqual(['1 A', '2 B', '2 C']);
    expect(lines(body)).toEqual([1, 3, 8]);
  });
});

describe('headings', () => {
  it.each([
    ['# A', ['1 A']],
    ['###### A ######', ['6 A']],
    ['   ## A   #  ', ['2 A']],
    ['#\tA', ['1 A']],
    ['# C#', ['1 C#']],
    ['#', ['1 ']],
    ['## ##', ['2 ']],
    ['####### A', []],
    ['#tag', []],
    ['    # code', []],
    ['\t# code', []],
    ['\\# A', []],
    ['> # quoted', []],
    ['- # entry', []],
    ['text\n# A', ['1 A']],
    ['Title\n=====', ['1 Title']],
    ['Title\n---', ['2 Title']],
    ['A title of\n  two lines\n===', ['1 A title of two lines']],
    ['Title\n\n---', []],
    ['---\ntext', []],
    ['- entry\n---', []],
    ['- entry\nmore of it\n---', []],
    ['> quote\n---', []],
    ['Title\n    ---', []],
    ['text\n* * *\nTitle\n-', ['2 Title']],
    ['In\n2019. A year\n---', ['2 In 2019. A year']],
    [`${'long '.repeat(200)}\n---\nTitle\n---`, ['2 Title']],
  ])('of %j', (body, expected) => {
    expect(outline(body)).toEqual(expected);
  });

  it.each([
    ['```\n# no\n```\n# A', ['1 A']],
    ['~~~ md\n# no\n```\n# no\n~~~\n# A', ['1 A']],
    ['````\n```\n# no\n````\n# A', ['1 A']],
    ['```\n# no\n`````\n# A', ['1 A']],
    ['   ```\n# no\n  ```\n# A', ['1 A']],
    ['- entry\n  ```\n# no\n  ```\n# A', ['1 A']],
    ['1. ```\n   # no\n   ```\n# A', ['1 A']],
    ['- a\n  - b\n\n    ```\n# no\n    ```\n# A', ['1 A']],
    ['```\n# no', []],
    ['```\n    ```\n# no', []],
    ['    ```\n\n# A', ['1 A']],
    ['``` not `a` fence\n# A', ['1 A']],
    ['``\n# A', ['1 A']],
  ])('are none inside fences: %j', (body, expected) => {
    expect(outline(body)).toEqual(expected);
  });

  it.each([
    ['<!--\n# no\n-->\n# A', ['1 A']],
    ['text <!-- open\n# no\n--> # no\n# A', ['1 A']],
    ['<!-- a --> <!-- b\n# no\n-->\n# A', ['1 A']],
    ['<!-- a\n--> <!-- b\n# no\n-->\n# A', ['1 A']],
    ['<!-- one line -->\n# A', ['1 A']],
    ['# A <!-- omit -->\n# B <!-- more\n# no\n-->\n# C', ['1 A', '1 B', '1 C']],
    ['<!-- never closed\n# no', []],
    ['an unclosed <!-- in text\n# A', ['1 A']],
    ['`<!--` in code\n# A\n-->', ['1 A']],
    ['```\n<!--\n```\n# A', ['1 A']],
  ])('are none inside comments: %j', (body, expected) => {
    expect(outline(body)).toEqual(expected);
  });

  it.each([
    ['<h1>A</h1>', ['1 A']],
    ['<H2 align="center">A <b>bold</b> one</H2>', ['2 A bold one']],
    ['<h1 align="center">\n  <img src="x.png" alt="Logo">\n  A\n</h1>\n# B', ['1 Logo A', '1 B']],
    ['<div>\n      <h3>A</h3>\n</div>', ['3 A']],
    ['    <h1>code</h1>', []],
    ['text <h1>A</h1>', []],
    ['<h1>A</h2>', []],
    ['<hr>', []],
    ['<header>A</header>', []],
    [`<h1>${'x'.repeat(3000)}</h1>`, []],
  ])('in HTML: %j', (body, expected) => {
    expect(outline(body)).toEqual(expected);
  });

  it.each([
    ['**Bold** and *it* and __b__ and _i_', 'Bold and it and b and i'],
    ['***both*** ~~gone~~ **a *b* c**', 'both gone a b c'],
    ['snake_case_name 2 * 3 * 4', 'snake_case_name 2 * 3 * 4'],
    ['`code` and ``x``', 'code and x'],
    ['`*not emphasis*` `&amp;`', '*not emphasis* &amp;'],
    ['[Link](https://a.b/c_(d)) and [ref][id]', 'Link and ref'],
    ['![Alt text](a.png) [![Badge](b.svg)](c)', 'Alt text Badge'],
    ['[Unreleased] note[^1]', '[Unreleased] note'],
    ['R&amp;D &mdash; &lt;now&gt; &#39;x&#39; &unknown;', "R&D — <now> 'x' &unknown;"],
    ['\\*not\\* \\# escaped \\`x\\`', '*not* # escaped `x`'],
    ['a <span class="x">b</span> <https://c.d>', 'a b https://c.d'],
    ['{{ name }} and {{#if x}}', '{{ name }} and {{#if x}}'],
  ])('are plain text: %s', (source, expected) => {
    expect(outline(`# ${source}`)).toEqual([`1 ${expected}`]);
  });
});

describe('too many headings', () => {
  const body = (count: number) => `intro\n${'# a\ntext\n'.repeat(count)}`;
  const read = (count: number) => readSections(body(count), { path: 'a.md', line: 3 });

  it('are text of the last section that counts', () => {
    const { sections } = read(MOST_HEADINGS + 5);
    expect(sections).toHaveLength(1 + MOST_HEADINGS);
    const { start = 0, end = 0, outerEnd } = sections.at(-1) ?? {};
    expect(body(MOST_HEADINGS + 5).slice(start, end)).toBe('# a\ntext\n'.repeat(6));
    expect(outerEnd).toBe(end);
  });

  it('are reported at the first that does not count', () => {
    expect(read(MOST_HEADINGS).diagnostics).toEqual([]);
    expect(read(MOST_HEADINGS + 1).diagnostics).toMatchObject([
      {
        code: 'too-many-headings',
        path: 'a.md',
        line: 4 + 2 * MOST_HEADINGS,
        column: 1,
        message: `This file has more than 2,000 headings; those after line ${2 + 2 * MOST_HEADINGS} are read as text.`,
      },
    ]);
  });
});

describe('anchors', () => {
  it.each([
    ['Proof points', 'proof-points'],
    ['A & B: C/D?', 'a--b-cd'],
    ['Was wir sagen: Größe', 'was-wir-sagen-größe'],
    ['音声とトーン', '音声とトーン'],
    ['हिन्दी पाठ', 'हिन्दी-पाठ'],
    ['snake_case — 1.2', 'snake_case--12'],
    ['🚀 Launch', '-launch'],
    ['  Tabs\tand spaces ', 'tabs-and-spaces'],
    ['…', ''],
  ])('slugOf(%j) is %j', (text, slug) => {
    expect(slugOf(text)).toBe(slug);
  });

  it('are one for both ways to write an accent', () => {
    expect(slugOf('Cafe\u0301')).toBe(slugOf('Café'));
  });

  it('count repeated headings, and step around the ones that others have by themselves', () => {
    expect(anchors('# Foo\n# Foo\n# Foo 1\n# Foo\n# foo')).toEqual(['foo', 'foo-2', 'foo-1', 'foo-3', 'foo-4']);
  });

  it('exist for headings without a letter', () => {
    expect(anchors('#\n# …\n# Section')).toEqual(['section', 'section-1', 'section-2']);
  });

  it('can be given by the author', () => {
    const body = '## Claims {#legal}\n## Other {#legal}\nSet {#x .wide}\n---\n<h2 id="top">T</h2>\n## {#only}';
    expect(anchors(body)).toEqual(['legal', 'legal-1', 'x', 'top', 'only']);
    expect(outline(body)[0]).toBe('2 Claims');
  });
});

const PIECES = [
  '# ',
  '## ',
  '###### ',
  'a',
  'Foo',
  ' 1',
  '\n',
  '\n',
  '\r\n',
  '\r',
  '---',
  '===',
  '```',
  '~~~',
  '<!--',
  '-->',
];
const MORE = [
  '<h1>',
  '</h1>',
  '<h2 id="x">',
  '</h2>',
  '- ',
  '1. ',
  '    ',
  '\t',
  '> ',
  '[a](b)',
  '`',
  '*',
  '_',
  '\\',
  '{#x}',
  '&amp;',
  '\0',
];
const markdown = fc
  .array(fc.oneof(fc.constantFrom(...PIECES, ...MORE), fc.string({ unit: 'binary', maxLength: 3 })), { maxLength: 40 })
  .map((pieces) => pieces.join(''));

function expectTiled(body: string, sections: readonly Section[]) {
  expect(sections.length).toBeGreaterThan(0);
  expect(body.slice(0, sections[0]?.start).trim()).toBe('');
  expect(sections.at(-1)?.end).toBe(body.length);
  for (const [index, section] of sections.entries()) {
    const next = sections[index + 1];
    if (next !== undefined)
      expect([section.end, section.line]).toEqual([next.start, Math.min(section.line, next.line)]);
    const nextAbove = sections.slice(index + 1).find(({ level }) => level <= section.level || section.level === 0);
    expect(section.outerEnd).toBe(nextAbove?.start ?? body.length);
    expect(section.end).toBeGreaterThan(section.start - (body === '' ? 1 : 0));
  }
}

it('property: sections tile any body, nest, and have anchors of their own', () => {
  fc.assert(
    fc.property(markdown, (body) => {
      const sections = sectionsOf(body, 1);
      expectTiled(body, sections);
      const named = sections.filter(({ level }) => level > 0).map(({ anchor }) => anchor);
      expect(named).not.toContain('');
      expect(new Set(named).size).toBe(named.length);
      for (const { line, start } of sections) {
        expect(line).toBe(body.slice(0, start).split(/\r\n?|\n/).length);
      }
    }),
    { numRuns: 10_000 },
  );
});

// One MiB of each takes some tens of milliseconds; quadratic would take minutes.
it.each([
  '#',
  '# a\n',
  '<h1>',
  '<h1>\n',
  '<h1>\n</h2>\n',
  '- - -',
  '- ',
  '`',
  '```\n',
  '<!--',
  'a <!--\n',
  'a\n',
  'a\n=',
  '# `',
  '# [[',
])('reads one MiB of %j in linear time', (piece) => {
  const body = piece.repeat(2 ** 20 / piece.length);
  const began = performance.now();
  expectEnd(sectionsOf(body, 1), body);
  expect(performance.now() - began).toBeLessThan(15_000);
});

function expectEnd(sections: readonly Section[], body: string) {
  expect(sections.at(-1)?.end).toBe(body.length);
}
