import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative, resolve, sep } from 'node:path';
import { expect, test } from 'vitest';

const SRC = resolve(import.meta.dirname, '..', 'src');

interface Import {
  readonly file: string;
  /** A path below src/, or a package. */
  readonly target: string;
  readonly isOurs: boolean;
  /** Nothing of it is there when the program runs. */
  readonly isType: boolean;
}

/** Each room of the house with its floor; a file imports from its own room and from lower floors. */
const FLOORS: Record<string, number> = {
  library: 1,
  state: 1,
  'settings.ts': 1,
  'refusal.ts': 1,
  search: 2,
  prompts: 2,
  importing: 2,
  sharing: 2,
  reviewing: 2,
  journal: 2,
  mcp: 3,
  web: 3,
  http: 4,
  commands: 5,
  'main.ts': 5,
};

/** Who may import a package, or a part of Node that reaches the disk. */
const OWNERS: readonly { packages: RegExp; rooms: RegExp; rule: string }[] = [
  {
    packages: /^chokidar$/,
    rooms: /^library\/disk\/watcher\.ts$/,
    rule: 'only the watcher knows chokidar',
  },
  {
    packages: /^(gray-matter|yaml)$/,
    rooms: /^library\/text\/front-matter\.ts$/,
    rule: 'only front matter knows gray-matter and yaml',
  },
  { packages: /^lunr(-languages)?(\/|$)/, rooms: /^search\/words\//, rule: 'only the words know lunr' },
  {
    packages: /^@modelcontextprotocol\//,
    rooms: /^(mcp|http)\/|^commands\/(serve|demo)\.ts$/,
    rule: 'nothing below floor 3 knows MCP',
  },
  {
    packages: /^(hono|@hono\/|jose|pino)/,
    rooms: /^http\//,
    rule: 'only http knows the network',
  },
  {
    packages: /^node:fs(\/promises)?$/,
    rooms: /^library\/disk\/(disk|write-calls|own-calls)\.ts$|^state\/(folder|state|whole-file)\.ts$|^commands\//,
    rule: "only the folder touches the library's disk, and only state keeps files of ours",
  },
];

const BANNED_FILES = /(^|\/)(index|utils?|types|helpers?|common|core)\.ts$/;
const BANNED_NAMES =
  /\b(?:class|interface|type|function|const)\s+\w*(Manager|Service|Provider|Controller|Helper|Util)\b/;
const LONGEST_FILE = 300;
/** Lists to be looked up in, and not read. */
const WORD_LISTS = /^search\/thesaurus\/\w+-groups\.ts$/;

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => relative(SRC, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

const files = filesBelow(SRC);
const textOf = (file: string): string => readFileSync(join(SRC, file), 'utf8');

function importsOf(file: string): Import[] {
  const found = textOf(file).matchAll(
    /(?:^|\n)\s*(?:import|export)\b[^;'"]*?from\s+'([^']+)'|import\(\s*'([^']+)'\s*\)|(?:^|\n)import\s+'([^']+)'/g,
  );
  return [...found].map((match) => {
    const written = match[1] ?? match[2] ?? match[3] ?? '';
    const isOurs = written.startsWith('.');
    const isType = /^\s*(?:import|export)\s+type\b/.test(match[0]);
    return { file, target: isOurs ? posix.join(dirname(file), written) : written, isOurs, isType };
  });
}

const imports = files.flatMap(importsOf);
const roomOf = (file: string): string => file.split('/')[0] ?? file;

test('every file lies in a room of the house', () => {
  expect(files.filter((file) => FLOORS[roomOf(file)] === undefined)).toEqual([]);
});

test('imports go down the floors, never up and never across', () => {
  const wrong = imports.filter(({ file, target, isOurs }) => {
    if (!isOurs || roomOf(file) === roomOf(target)) return false;
    const [from = 0, to = 0] = [FLOORS[roomOf(file)], FLOORS[roomOf(target)]];
    return to > from || (to === from && from > 1 && from < 5);
  });
  expect(
    wrong.map(
      ({ file, target }) =>
        `${file} imports ${target}: floor ${FLOORS[roomOf(file)]} may not import floor ${FLOORS[roomOf(target)]}`,
    ),
  ).toEqual([]);
});

test('every package is imported by its owner alone', () => {
  const wrong = imports.flatMap(({ file, target, isOurs }) =>
    OWNERS.filter(({ packages, rooms }) => !isOurs && packages.test(target) && !rooms.test(file)).map(
      ({ rule }) => `${file} imports ${target}: ${rule}`,
    ),
  );
  expect(wrong).toEqual([]);
});

test('no file is reached from itself, type imports included', () => {
  const next = new Map(
    files.map((file) => [
      file,
      importsOf(file)
        .filter(({ isOurs }) => isOurs)
        .map(({ target }) => target),
    ]),
  );
  const done = new Set<string>();
  const circles: string[] = [];
  const visit = (file: string, path: readonly string[]): void => {
    if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(' → '));
    if (path.includes(file) || done.has(file)) return;
    for (const target of next.get(file) ?? []) visit(target, [...path, file]);
    done.add(file);
  };
  for (const file of files) visit(file, []);
  expect(circles).toEqual([]);
});

test('who only writes files loads neither schemas nor YAML: processes that are killed hundreds of times start quickly', () => {
  const loaded = new Set(['library/disk/writer.ts']);
  for (const file of loaded)
    for (const { target, isType } of files.includes(file) ? importsOf(file) : []) if (!isType) loaded.add(target);
  expect([...loaded].filter((target) => !/^(?:node:|library\/|refusal\.ts$)/.test(target))).toEqual([]);
});

test('every import names a file that is there', () => {
  expect(
    imports
      .filter(({ target, isOurs }) => isOurs && !files.includes(target))
      .map(({ file, target }) => `${file} imports ${target}`),
  ).toEqual([]);
});

test('standard output belongs to the protocol: only commands print', () => {
  const wrong = files.filter(
    (file) => !file.startsWith('commands/') && /\bconsole\.|process\.stdout/.test(textOf(file)),
  );
  expect(wrong).toEqual([]);
});

test('files are named for what they define and can be read in one sitting', () => {
  expect(files.filter((file) => BANNED_FILES.test(file) || !/^[a-z0-9/-]+\.ts$/.test(file))).toEqual([]);
  const toRead = files.filter((file) => !WORD_LISTS.test(file));
  expect(toRead.filter((file) => textOf(file).split('\n').length > LONGEST_FILE + 1)).toEqual([]);
});

test('nothing has a name that says nothing, nothing is exported by default, and no check is switched off', () => {
  const wrong = files.filter((file) => {
    const text = textOf(file);
    return (
      BANNED_NAMES.test(text) ||
      /\bexport default\b/.test(text) ||
      /@ts-(ignore|expect-error|nocheck)|biome-ignore|\bas any\b/.test(text)
    );
  });
  expect(wrong).toEqual([]);
});

test('servers that tests start leave nothing in the state folder of whoever runs the tests', () => {
  const tests = join(import.meta.dirname);
  const starts = filesBelow(tests).flatMap((file) =>
    [...readFileSync(join(tests, file), 'utf8').matchAll(/new Stdio\w*\((\{[\s\S]*?\n? *\}),?\s*\)/g)].map(
      ([, given = '']) => ({ file, given }),
    ),
  );
  expect(starts.length).toBeGreaterThan(2);
  expect(starts.filter(({ given }) => !/\benv\b/.test(given)).map(({ file }) => file)).toEqual([]);
});
