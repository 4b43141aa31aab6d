import matter from 'gray-matter';
import {
  isAlias,
  isCollection,
  isMap,
  isNode,
  isScalar,
  isSeq,
  type Pair,
  parseDocument,
  type Scalar,
  visit,
  type Document as YamlDocument,
} from 'yaml';
import { type Code, type Diagnostic, diagnose, type Place, TOP } from '../diagnostic.ts';
import type { Fields, Json } from '../document.ts';
import { type Block, readOpening } from './fence.ts';
import { diagnoseNoFields, diagnoseOpening, diagnoseUnjoinedFields } from './front-matter-faults.ts';
import { lineStarts, placeAt } from './lines.ts';
import { explainYamlFault } from './yaml-fault.ts';
import { exceededLimit, LIMITS } from './yaml-limits.ts';
import { limitProblem, offsetOf, readValues, type YamlEntry, type YamlNode, type YamlProblem } from './yaml-values.ts';

type Path = readonly (string | number)[];

/**
 * Where a value stands in its file, or its name when `part` is `key`: `['arguments', 1, 'options']`. Of what is not there,
 * the place of the deepest value above it that is.
 */
export type PlaceOf = (path: Path, part?: 'key' | 'value') => Place;

export interface FrontMatter {
  /** A plain copy that nothing else holds; empty when the front matter is absent or could not be read. */
  readonly fields: Fields;
  /** What follows the front matter: always the end of the text. */
  readonly body: string;
  readonly bodyLine: number;
  /** False when front matter is meant to be there and could not be read. */
  readonly isIntact: boolean;
  readonly diagnostics: readonly Diagnostic[];
  readonly placeOf: PlaceOf;
}

export interface YamlFile {
  /** Absent when the file could not be read; null when it is empty. */
  readonly value: Json | undefined;
  readonly diagnostics: readonly Diagnostic[];
  readonly placeOf: PlaceOf;
}

/** A YAML text, read. */
interface Reading {
  /** Absent when the text is broken or exceeds a limit. */
  readonly value: Json | undefined;
  readonly problems: readonly YamlProblem[];
  /** What the places of values are looked up in. */
  readonly tree?: YamlNode;
}

/** Reads the front matter at the top of a text. Nothing in it is ever run. Never throws. */
export function readFrontMatter(written: string, path: string): FrontMatter {
  const text = written.replace(/^\uFEFF/, '');
  const opening = readOpening(text);
  if (opening.kind === 'text') return plainText(text, []);
  if (opening.kind === 'block') return readBlock(text, opening, path);
  return unread(text, opening.line, [diagnoseOpening(opening, path)]);
}

/** Reads a whole file of YAML, under the same protections as front matter. Never throws. */
export function readYaml(text: string, path: string): YamlFile {
  const source = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const reading = readSource(source);
  const place = placeFinder(source, 1);
  const codes = { broken: 'settings-broken', limit: 'settings-broken' } as const;
  return {
    value: reading.value,
    diagnostics: reading.problems.map((problem) => diagnoseProblem(problem, { path, place, codes })),
    placeOf: placesOf(reading, place, TOP),
  };
}

function plainText(text: string, diagnostics: readonly Diagnostic[]): FrontMatter {
  return { fields: {}, body: text, bodyLine: 1, isIntact: true, diagnostics, placeOf: () => TOP };
}

/** Front matter that is there and not understood: the whole file is text. */
function unread(text: string, line: number, diagnostics: readonly Diagnostic[]): FrontMatter {
  return { ...plainText(text, diagnostics), isIntact: false, placeOf: () => ({ line, column: 1 }) };
}

function readBlock(text: string, block: Block, path: string): FrontMatter {
  const fence = { line: block.line - 1, column: 1 };
  const reading = readThroughGrayMatter(block.source);
  const fields = reading.value === null ? {} : reading.value;
  if (fields === undefined ? !block.hasFields : !isFields(fields)) {
    if (!block.hasFields) return plainText(text, [diagnoseNoFields(fence, path)]);
    const faults = diagnoseUnjoinedFields(block, path);
    return unread(text, fence.line, faults.length > 0 ? faults : [diagnoseNoFields(fence, path)]);
  }
  const place = placeFinder(block.source, block.line);
  const codes = { broken: 'front-matter-broken', limit: 'front-matter-limit' } as const;
  return {
    fields: fields !== undefined && isFields(fields) ? fields : {},
    body: text.slice(block.bodyStart),
    bodyLine: block.bodyLine,
    isIntact: fields !== undefined,
    diagnostics: reading.problems.map((problem) => diagnoseProblem(problem, { path, place, codes })),
    placeOf: placesOf(reading, place, fence),
  };
}

function placesOf({ tree }: Reading, place: Find, whole: Place): PlaceOf {
  return (path, part = 'value') => {
    const offset = tree && offsetOf(tree, path, part);
    return offset === undefined ? whole : place(offset);
  };
}

const isFields = (value: Json): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);

type Find = (offset: number) => Place;

function placeFinder(source: string, firstLine: number): Find {
  const starts = lineStarts(source);
  return (offset) => placeAt(starts, offset, firstLine);
}

function diagnoseProblem(
  problem: YamlProblem,
  { path, place, codes }: { path: string; place: Find; codes: { broken: Code; limit: Code } },
): Diagnostic {
  const code = problem.code === 'broken' || problem.code === 'limit' ? codes[problem.code] : problem.code;
  return diagnose(code, { path, place: place(problem.offset) }, problem);
}

/**
 * gray-matter sees only a block that was cut out and bounded here, between fences that cannot occur in it, and has no
 * engine but ours. Options are always given, for without them it keeps every text that it has seen.
 */
function readThroughGrayMatter(source: string): Reading {
  let reading = limited(source);
  if (reading !== undefined) return reading;
  const longest = Array.from(source.matchAll(/^-+/gm)).reduce((most, [dashes]) => Math.max(most, dashes.length), 3);
  const closing = '-'.repeat(longest + 1);
  const refused = { parse: refuse, stringify: refuse };
  const parse = () => {
    reading = readSource(source);
    return {};
  };
  const yaml = { parse, stringify: refuse };
  matter(`---\n${source}${closing}\n`, {
    language: 'yaml',
    delimiters: ['---', closing],
    excerpt: false,
    engines: { json: refused, javascript: refused, js: refused, coffee: refused, toml: refused, yaml },
  });
  return reading ?? { value: null, problems: [] };
}

function refuse(): never {
  throw new Error('Front matter is never code.');
}

function limited(source: string): Reading | undefined {
  const exceeded = exceededLimit(source);
  return exceeded && { value: undefined, problems: [limitProblem(exceeded)] };
}

/** Reads YAML 1.2 that ends its lines with LF: maps, lists and plain values, and nothing that a tag could make of them. */
function readSource(source: string): Reading {
  const exceeded = limited(source);
  if (exceeded !== undefined) return exceeded;
  const document = parseDocument(source, {
    version: '1.2',
    schema: 'core',
    strict: true,
    stringKeys: true,
    merge: false,
    resolveKnownTags: false,
    // The package compares every name with every other; `readValues` does it in one pass.
    uniqueKeys: false,
    prettyErrors: false,
    // At "silent" a second document is dropped without an error.
    logLevel: 'error',
  });
  const broken = brokenProblems(document, source);
  if (broken.length > 0) return { value: undefined, problems: broken };
  const tree = treeOf(document.contents, source);
  return { ...readValues(tree, source), tree };
}

/** One problem a line: what follows the first is mostly a consequence of it. */
function brokenProblems(document: YamlDocument.Parsed, source: string): YamlProblem[] {
  const faults = [...document.errors, ...document.warnings.filter(({ code }) => code === 'TAG_RESOLVE_FAILED')];
  const place = placeFinder(source, 1);
  const lines = new Set<number>();
  const problems: YamlProblem[] = [];
  for (const { code, message, pos } of faults.sort((a, b) => a.pos[0] - b.pos[0])) {
    const offset = Math.min(pos[0], source.length);
    if (lines.has(place(offset).line) || problems.length === LIMITS.diagnostics) continue;
    const isUnclosed = /^Missing closing|must end with|and end with/.test(message);
    const opening = isUnclosed ? unclosedBefore(document, source, offset) : undefined;
    const explanation = explainYamlFault({ code, message, offset, opening }, source);
    lines.add(place(offset).line).add(place(explanation.offset).line);
    problems.push({ code: code === 'RESOURCE_EXHAUSTION' ? 'limit' : 'broken', ...explanation });
  }
  return problems;
}

/** Where the last quote or bracket begins that opens before an offset and is not closed. */
function unclosedBefore(document: YamlDocument.Parsed, source: string, offset: number): number | undefined {
  let opening: number | undefined;
  visit(document, (_key, node) => {
    const isQuoted = isScalar(node) && (node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE');
    if (!isQuoted && !(isCollection(node) && node.flow === true)) return;
    const [start, end] = node.range ?? [0, 0];
    const isClosed = end - start > 1 && /["'\]}]/.test(source[end - 1] ?? '');
    if (start < offset && (isQuoted || !isClosed)) opening = start;
  });
  return opening;
}

/** The package's nodes in our own, without recursion into what an alias repeats. */
function treeOf(node: unknown, source: string): YamlNode {
  if (!isNode(node)) return { kind: 'scalar', value: null, isQuoted: false, start: 0, end: 0 };
  const [start, end] = node.range ?? [0, 0];
  if (isAlias(node)) return { kind: 'alias', name: node.source, start, end };
  const span = { start, end, anchor: isCollection(node) || isScalar(node) ? node.anchor : undefined };
  if (isMap(node)) return { kind: 'map', entries: node.items.map((pair) => entryOf(pair, source)), ...span };
  if (isSeq(node)) return { kind: 'list', entries: node.items.map((item) => treeOf(item, source)), ...span };
  return isScalar(node) ? scalarOf(node, span) : { kind: 'scalar', value: null, isQuoted: false, start, end };
}

function entryOf({ key, value }: Pair, source: string): YamlEntry {
  const name = isScalar(key) ? String(key.value) : '';
  const [start, end] = (isScalar(key) && key.range) || [0, 0];
  return { name, start, end, value: treeOf(value, source) };
}

/** Numbers that would not look the same again, such as 010, 1.10 and .nan, stay the text that was typed. */
function scalarOf(node: Scalar, span: { start: number; end: number; anchor: string | undefined }): YamlNode {
  const { value, source = String(value) } = node;
  const isSame = typeof value !== 'number' || (Number.isFinite(value) && String(value) === source);
  const isPlain = typeof value === 'boolean' || typeof value === 'number' || value === null;
  return {
    kind: 'scalar',
    value: isPlain && isSame ? value : typeof value === 'string' ? value : source,
    isQuoted: node.type !== 'PLAIN',
    ...span,
  };
}
