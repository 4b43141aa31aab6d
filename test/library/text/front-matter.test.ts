import { describe, expect, it } from 'vitest';
import { readFrontMatter, readYaml } from '../../../src/library/text/front-matter.ts';

const read = (text: string) => readFrontMatter(text, 'a.md');
const fieldsOf = (yaml: string) => read(`---\n${yaml}\n---\n`).fields;
const faultsOf = (text: string) => read(text).diagnostics.map(({ code, line, column }) => `${line}:${column} ${code}`);
const onlyFault = (yaml: string) => {
  const { diagnostics } = read(`---\n${yaml}\n---\n`);
  expect(diagnostics).toHaveLength(1);
  return diagnostics[0];
};

describe('fences', () => {
  it.each([
    ['---\na: 1\n---\nbody\n', { a: 1 }, 'body\n', 4],
    ['---\r\na: 1\r\nb: x\r\n---\r\nbody\r\n', { a: 1, b: 'x' }, 'body\r\n', 5],
    ['---\ra: x\rb: y\r---\rbody\r', { a: 'x', b: 'y' }, 'body\r', 5],
    ['\uFEFF---\na: 1\n---\nbody', { a: 1 }, 'body', 4],
    ['\n \t\r\n---\na: 1\n---\nbody', { a: 1 }, 'body', 6],
    ['---  \na: 1\n--- \t\nbody', { a: 1 }, 'body', 4],
    ['---yaml\na: 1\n---\nbody', { a: 1 }, 'body', 4],
    ['--- YML\na: 1\n---\nbody', { a: 1 }, 'body', 4],
    ['---\n---\nbody', {}, 'body', 3],
    ['---\n---', {}, '', 2],
    ['---\n# a remark\n---\nbody', {}, 'body', 4],
    ['---\na: |\n  x\n  --- y\n---\nbody', { a: 'x\n--- y\n' }, 'body', 6],
    ['---\na: >\n  x\n\n  ---\n  y\n---\nbody', { a: 'x\n--- y\n' }, 'body', 8],
    ['---\na: "x\n  ---- y"\n---\nbody', { a: 'x ---- y' }, 'body', 5],
    ['---\n# a remark\n----: 1\n---\nbody', { '----': 1 }, 'body', 5],
    ['---\na: x\n----\n---\nbody', undefined, 'body', 5],
  ])('are found in %j', (text, fields, body, bodyLine) => {
    const front = read(text);
    expect(front).toMatchObject({ body, bodyLine, isIntact: fields !== undefined });
    expect(front.fields).toEqual(fields ?? {});
  });

  it.each([
    '',
    'plain',
    '---',
    '---\n',
    '----\na: 1\n----\n',
    '--- some prose\na: 1\n---\n',
    '---#\na: 1\n---\n',
    '---title: x\n---\n',
    '---Introduction\nprose without an end',
    ' ---\na: 1\n---\n',
    'a\n---\nb: 1\n---\n',
    '---\nProse below a rule.\n\nMore of it.',
    '---\n\n# A heading below a rule\n\ntext: with a colon\n',
  ])('are not seen in %j', (text) => {
    expect(read(text)).toMatchObject({
      fields: {},
      body: text,
      bodyLine: 1,

      isIntact: true,
      diagnostics: [],
    });
  });

  it('that never close are reported, and the whole file is text', () => {
    for (const text of [
      '---\ntitle: x\ntags:\n  - a\n\nmore',
      '\r\n---\r\nHello: you\r\n\r\nmore',
      '---\na: 1\n----\nbody\n',
    ]) {
      expect(read(text)).toMatchObject({ fields: {}, body: text, isIntact: false });
    }
    expect(faultsOf('\r\n---\r\nHello: you\r\n\r\nmore')).toEqual(['2:1 front-matter-unclosed']);
    expect(read('---\ntitle: x\ntags:\n  - a\n\nmore').diagnostics[0]?.hint).toContain('below line 4');
  });

  it('around text or a list are rules, and the whole file is text', () => {
    for (const text of [
      '---\nJust prose\n---\nrest',
      '---\n- a\n- b\n---\nrest',
      '---\nWhat we say at the start: two: things\n---\nrest',
    ]) {
      expect(read(text)).toMatchObject({ fields: {}, body: text, isIntact: true });
      expect(faultsOf(text)).toEqual(['1:1 front-matter-not-settings']);
    }
  });

  it('around fields without their space say so for each of them', () => {
    const text = '---\ntitle:Foo\nowner:\u00A0Jane\n---\nrest';
    expect(read(text)).toMatchObject({ fields: {}, body: text, isIntact: false });
    expect(faultsOf(text)).toEqual(['2:7 front-matter-not-settings', '3:7 front-matter-not-settings']);
    expect(read(text).diagnostics[0]?.hint).toContain('title: Foo');
  });
});

describe('code in front matter', () => {
  const SPELLINGS = [
    'js',
    'javascript',
    'JS',
    'JavaScript',
    ' js',
    'js ',
    '\tjavascript',
    'json',
    'toml',
    'coffee',
    'cson',
    'ts',
  ].concat(['coffeescript', 'constructor', '__proto__', 'toString', 'valueOf', 'hasOwnProperty', 'yaml2', 'php']);

  it.each(SPELLINGS)('never runs as %j', (language) => {
    const text = `---${language}\n(globalThis.canary = 1, { a: 1 })\n---\nbody`;
    const front = read(text);
    expect(globalThis).not.toHaveProperty('canary');
    expect(front).toMatchObject({ fields: {}, body: text, isIntact: false });
    expect(faultsOf(text)).toEqual(['1:4 front-matter-language']);
  });

  it.each(['!!js/function "function(){}"', '!<tag:yaml.org,2002:js/regexp> /a/', '!!binary aGk=', '!mine x'])(
    'is no tag: %s',
    (value) => {
      expect(onlyFault(`a: ${value}`)).toMatchObject({ code: 'front-matter-broken', line: 2 });
      expect(fieldsOf(`a: ${value}`)).toEqual({});
    },
  );
});

describe('values', () => {
  it('stay what people typed', () => {
    const yaml =
      'day: 2024-01-02\nyes: yes\nno: no\nold: 010\ntime: 12:30\nversion: 1.10\nnan: .nan\nhex: 0x1F\nbig: 12345678901234567890\n2024: on';
    expect(fieldsOf(yaml)).toEqual({
      day: '2024-01-02',
      yes: 'yes',
      no: 'no',
      old: '010',
      time: '12:30',
      version: '1.10',
      nan: '.nan',
      hex: '0x1F',
      big: '12345678901234567890',
      2024: 'on',
    });
    expect(fieldsOf('n: 30\nf: -1.5\nb: true\nz: null\ne:\nq: "30"')).toEqual({
      n: 30,
      f: -1.5,
      b: true,
      z: null,
      e: null,
      q: '30',
    });
  });

  it('have no line ends of Windows in them', () => {
    expect(read('---\r\na: |\r\n  x\r\n  y\r\nb: z\r\n---\r\n').fields).toEqual({ a: 'x\ny\n', b: 'z' });
  });

  it('can be repeated, as copies', () => {
    const { a, b, c, d } = fieldsOf('a: &x [1]\nb: *x\nc: &y {e: 2}\nd: *y');
    expect([b, d]).toEqual([[1], { e: 2 }]);
    expect(b).not.toBe(a);
    expect(d).not.toBe(c);
  });

  it('are not merged into others', () => {
    expect(fieldsOf('a: &x {b: 1}\nc:\n  <<: *x')).toEqual({ a: { b: 1 }, c: { '<<': { b: 1 } } });
  });

  it('of a doubled field are the first ones, and the second is reported', () => {
    expect(fieldsOf('title: A\ntitle: B\nx: {y: 1, y: 2}')).toEqual({ title: 'A', x: { y: 1 } });
    expect(faultsOf('---\ntitle: A\ntitle: B\nx: {y: 1, y: 2}\n---\n')).toEqual([
      '3:1 duplicate-field',
      '4:11 duplicate-field',
    ]);
  });

  it.each(['__proto__', '"__proto__"', 'constructor', 'prototype'])('of %s are left out and reported', (name) => {
    const front = read(`---\nx: 1\n${name}: {polluted: 1}\ny: {${name}: 2}\n---\n`);
    expect(front).toMatchObject({ isIntact: true });
    expect(front.fields).toStrictEqual({ x: 1, y: {} });
    expect(front.diagnostics.map(({ code, line }) => [code, line])).toEqual([
      ['forbidden-field', 3],
      ['forbidden-field', 4],
    ]);
    expect({}).not.toHaveProperty('polluted');
  });

  it.each([
    ['title: Win #3 of the week', 'Win', 2, 12],
    ['title: #1 tips', null, 2, 8],
    ['title: &Sons Ltd', 'Ltd', 2, 8],
  ])('that lose a part to YAML are reported: %s', (yaml, value, line, column) => {
    expect(fieldsOf(yaml)).toEqual({ title: value });
    expect(onlyFault(yaml)).toMatchObject({ code: 'wrong-value', line, column });
  });

  it('with a remark behind them are not reported', () => {
    expect(read('---\na: b # a remark\nc: # another\nd: "x #1"\n---\n').diagnostics).toEqual([]);
  });
});

describe('mistakes', () => {
  it.each([
    ['title: Foo: bar', 8, 'second colon', 'title: "Foo: bar"'],
    ['owner: @jane', 8, '"owner" begins with "@"', 'owner: "@jane"'],
    ['a: `x`', 4, 'begins with "`"', 'a: "`x`"'],
    ['a: %x', 4, 'begins with "%"', 'a: "%x"'],
    ['a: **bold**', 4, 'begins with "*"', 'a: "**bold**"'],
    ['a: > quoted', 4, 'begins with ">"', 'a: "> quoted"'],
    ['a: !important', 4, 'begins with "!"', 'a: "!important"'],
    ['a: [b, @c]', 8, 'An entry of "a" begins with "@"', '"@c"'],
    ['a: {{name}}', 4, 'brace', 'a: "{{name}}"'],
    ['a: {{name}} and more', 4, 'brace', 'a: "{{name}} and more"'],
    ['a: "unclosed', 4, 'never closed', 'Type "'],
    ["a: 'unclosed", 4, 'never closed', "Type '"],
    ['a: [b, c', 4, 'never closed', 'Type ]'],
    ["a: 'it's fine'", 8, 'after its closing quote', `a: "it's fine"`],
    ['a: "he said "hi" there"', 14, 'after its closing quote', `a: 'he said "hi" there'`],
    ['a: [b] c', 8, 'after its closing bracket', 'a: "[b] c"'],
    ['a: "C:\\Users"', 7, 'backslash', 'two backslashes'],
    ['a: - b', 4, 'begins in the line of its name', 'a: "- b"'],
    ['a: "b"#c', 7, 'directly behind', 'space before "#"'],
    ['a: [b c: d: e]', 10, 'entry with a colon', 'in quotes'],
  ])('%s', (yaml, column, message, hint) => {
    const fault = onlyFault(yaml);
    expect(fault).toMatchObject({ code: 'front-matter-broken', line: 2, column });
    expect(fault?.message).toContain(message);
    expect(fault?.hint).toContain(hint);
  });

  it.each([
    ['a:\n\tb: 1', 3, 1, 'tab', 'spaces'],
    ['title: A\nb:Foo\nc: 1', 3, 3, 'space is missing', 'b: Foo'],
    ['a: 1\n b: 2', 3, 2, 'spaces at the beginning', 'as many spaces'],
    ['a:\n    b: 1\n   c: 2', 4, 4, 'spaces at the beginning', 'as many spaces'],
    ['a:\n  - b\n - c', 4, 2, 'spaces at the beginning', 'as many spaces'],
    ['a: 1\nprose\nb: 2', 3, 1, 'not a field', 'a colon and a space'],
    ['a: 1\n- b', 3, 1, 'belongs to no field', 'name of the list'],
    ['a: 1\n...\nb: 2', 3, 1, 'fields end at this line', 'Delete the line'],
    ['a: "x\nb: 1', 2, 4, 'never closed', 'Type "'],
    ['a: [b,\nc: 1', 2, 4, 'never closed', 'Type ]'],
  ])('%j in a later line', (yaml, line, column, message, hint) => {
    const fault = onlyFault(yaml);
    expect(fault).toMatchObject({ code: 'front-matter-broken', line, column });
    expect(fault?.message).toContain(message);
    expect(fault?.hint).toContain(hint);
  });

  it('leave what follows the block as the body', () => {
    expect(read('---\na: b: c\n---\nbody\n')).toMatchObject({
      fields: {},
      body: 'body\n',
      bodyLine: 4,
      isIntact: false,
    });
  });

  it('are reported together, at the lines of the file, at most 20', () => {
    expect(faultsOf('\uFEFF\r\n---\r\na: @b\r\nc: d: e\r\n\r\nf: `g\r\n---\r\n')).toEqual([
      '3:4 front-matter-broken',
      '4:4 front-matter-broken',
      '6:4 front-matter-broken',
    ]);
    expect(faultsOf(`---\n${'k: a: b\n'.repeat(100)}---\n`)).toHaveLength(20);
  });

  it('are said without the words of a parser', () => {
    const words = /scalar|mapping|schema|parse|token|implicit|flow|undefined|node\b/i;
    for (const yaml of [
      'a: b: c',
      'a: @b',
      'a:\n\tb: 1',
      'a: "x',
      'a: [x',
      'a: x\n y: z',
      '? [a]\n: b',
      'a: *b',
      'a: |9 x',
      'x\ny: z',
    ]) {
      for (const { message, hint } of read(`---\nt: 1\n${yaml}\n---\n`).diagnostics)
        expect(`${message} ${hint}`).not.toMatch(words);
    }
  });
});

describe('placeOf', () => {
  const text =
    '\r\n---\r\ntitle: A\r\narguments:\r\n  - name: x\r\n  - name: "y"\r\n    options: [a, b]\r\n    empty:\r\n---\r\n';
  const { placeOf } = read(text);
  const at = (...path: (string | number)[]) => Object.values(placeOf(path)).join(':');

  it('finds values, and their names on request', () => {
    expect([at('title'), at('arguments', 1, 'name'), at('arguments', 1, 'options', 1)]).toEqual([
      '3:8',
      '6:11',
      '7:18',
    ]);
    expect(placeOf(['arguments', 1, 'options'], 'key')).toEqual({ line: 7, column: 5 });
  });

  it('gives the name where the value is empty, and the nearest value above where there is nothing', () => {
    expect([at('arguments', 1, 'empty'), at('arguments', 1, 'nothing', 3), at('arguments', 7)]).toEqual([
      '8:5',
      '6:5',
      '5:3',
    ]);
    expect([at(), at('nothing'), at('title', 'x')]).toEqual(['2:1', '2:1', '3:8']);
  });

  it('points at the field that counts when there are two', () => {
    expect(read('---\na: 1\na: 2\n---\n').placeOf(['a'])).toEqual({ line: 2, column: 4 });
  });

  it('points at the top where there is no front matter', () => {
    expect(read('text').placeOf(['a'])).toEqual({ line: 1, column: 1 });
  });
});

describe('readYaml', () => {
  it('reads a whole file, with places', () => {
    const file = readYaml('\uFEFFname: Acme\r\nignore: ["a/**"]\r\n', 't.yaml');
    expect(file).toMatchObject({ value: { name: 'Acme', ignore: ['a/**'] }, diagnostics: [] });
    expect(file.placeOf(['ignore', 0])).toEqual({ line: 2, column: 10 });
    expect(file.placeOf(['nothing'])).toEqual({ line: 1, column: 1 });
  });

  it('takes an empty file for null and a broken one for nothing', () => {
    expect(readYaml('# only a remark\n', 't.yaml').value).toBeNull();
    const broken = readYaml('a: 1\nname: Acme: Inc\n', 't.yaml');
    expect(broken.value).toBeUndefined();
    expect(broken.diagnostics).toMatchObject([{ code: 'settings-broken', path: 't.yaml', line: 2, column: 7 }]);
  });

  it('is as careful as front matter', () => {
    expect(readYaml('__proto__: 1\na: 1\na: 2\n', 't.yaml')).toMatchObject({
      value: { a: 1 },
      diagnostics: [{ code: 'forbidden-field' }, { code: 'duplicate-field' }],
    });
    expect(readYaml(`a: ${'['.repeat(30_000)}`, 't.yaml').diagnostics).toMatchObject([{ code: 'settings-broken' }]);
  });
});

describe('a block that somebody forgot to close, with a rule further down,', () => {
  const open = '---\ntitle: Foo\nowner: Ann\n\n';
  it.each([
    ['a heading', '# Heading\n\nBody\n\n---\nMore\n'],
    ['a heading above a line with a colon', '# Heading\nBody wombat: with a colon\n\n---\nMore\n'],
    ['headings alone', '# Heading\n\n## Another\n\n---\nMore\n'],
    ['prose', 'We never say cheap.\n\n---\nMore\n'],
  ])('is text from the first line on when %s follows', (_, rest) => {
    const { body, isIntact, diagnostics } = readFrontMatter(open + rest, 'x.md');
    expect({ body, isIntact }).toEqual({ body: open + rest, isIntact: false });
    expect(diagnostics).toMatchObject([
      { code: 'front-matter-unclosed', line: 1, hint: expect.stringContaining('line 3') },
    ]);
  });

  it('is told apart from a block with blank lines, lists and remarks', () => {
    const block = '---\ntitle: Foo\n\n# who looks after it\nowner: Ann\n\ntags:\n- a\n\n- b\n\n  \n---\nBody\n';
    const { fields, body, isIntact } = readFrontMatter(block, 'x.md');
    expect({ fields, body, isIntact }).toEqual({
      fields: { title: 'Foo', owner: 'Ann', tags: ['a', 'b'] },
      body: 'Body\n',
      isIntact: true,
    });
  });
});
