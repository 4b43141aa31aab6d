import type { Json } from '../document.ts';
import { oneLine } from './one-line.ts';
import { explainYamlFault } from './yaml-fault.ts';
import { type ExceededLimit, LIMITS } from './yaml-limits.ts';

/** From `start` up to, but not including, `end`: offsets into the YAML text. Equal where nothing is written. */
interface Span {
  readonly start: number;
  readonly end: number;
  readonly anchor?: string | undefined;
}

export interface YamlEntry {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly value: YamlNode;
}

/** A YAML text as it was written: aliases not yet repeated, doubled names still there. */
export type YamlNode = Span &
  (
    | { readonly kind: 'map'; readonly entries: readonly YamlEntry[] }
    | { readonly kind: 'list'; readonly entries: readonly YamlNode[] }
    | { readonly kind: 'alias'; readonly name: string }
    | { readonly kind: 'scalar'; readonly value: null | boolean | number | string; readonly isQuoted: boolean }
  );

export interface YamlProblem {
  readonly code: 'broken' | 'limit' | 'duplicate-field' | 'forbidden-field' | 'wrong-value';
  /** Into the YAML text. */
  readonly offset: number;
  readonly message: string;
  readonly hint: string;
}

/** Names that mean something to JavaScript in every object. */
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);

interface Walk {
  readonly source: string;
  readonly problems: YamlProblem[];
  /** What an alias can repeat: values that have been read to their end. */
  readonly anchors: Map<string, { readonly value: Json; readonly offset: number }>;
  readonly repeated: Set<string>;
  values: number;
  aliases: number;
  /** Nothing that was read can be used, and nothing more is read. */
  isOver: boolean;
}

/**
 * The plain value of a YAML tree, absent where a limit is exceeded or an alias repeats nothing. Of a doubled name the first
 * counts; a forbidden one is left out. Linear in the text and in what its aliases repeat.
 */
export function readValues(
  tree: YamlNode,
  source: string,
): { value: Json | undefined; problems: readonly YamlProblem[] } {
  const walk: Walk = {
    source,
    problems: [],
    anchors: new Map(),
    repeated: new Set(),
    values: 0,
    aliases: 0,
    isOver: false,
  };
  const value = readNode(walk, tree, 0);
  if (walk.isOver) return { value: undefined, problems: walk.problems.slice(-1) };
  for (const [name, { offset }] of walk.anchors) {
    if (!walk.repeated.has(name)) warnOfLoss(walk, offset, `"&${oneLine(name, 60)}" is`);
  }
  walk.problems.sort((a, b) => a.offset - b.offset);
  return { value, problems: walk.problems.slice(0, LIMITS.diagnostics) };
}

/** Makes the problem of an exceeded limit. */
export function limitProblem({ offset, message, hint }: ExceededLimit): YamlProblem {
  return { code: 'limit', offset, message, hint: hint ?? 'Keep the fields few, short and flat.' };
}

function readNode(walk: Walk, node: YamlNode, depth: number): Json {
  if (!isWithinLimits(walk, node.start, depth)) return null;
  const value = readContent(walk, node, depth);
  if (node.anchor !== undefined) {
    const offset = walk.source.lastIndexOf(`&${node.anchor}`, node.start);
    walk.anchors.set(node.anchor, { value, offset: Math.max(0, offset) });
  }
  return value;
}

function readContent(walk: Walk, node: YamlNode, depth: number): Json {
  switch (node.kind) {
    case 'map':
      return readMap(walk, node.entries, depth);
    case 'list':
      return node.entries.map((entry) => readNode(walk, entry, depth + 1));
    case 'alias':
      return readAlias(walk, node, depth);
    case 'scalar':
      if (!node.isQuoted && node.end > node.start) warnOfRemark(walk, node.end);
      return node.value;
  }
}

function readMap(walk: Walk, entries: readonly YamlEntry[], depth: number): Json {
  const fields: Record<string, Json> = {};
  for (const { name, start, end, value } of entries) {
    const isDoubled = Object.hasOwn(fields, name);
    const isForbidden = FORBIDDEN.has(name);
    if (isDoubled || isForbidden) walk.problems.push(nameProblem(name, start, isForbidden));
    if (value.start === value.end) warnOfRemark(walk, end);
    // Read even where it does not count, for an alias may repeat it.
    const read = readNode(walk, value, depth + 1);
    if (!isDoubled && !isForbidden) fields[name] = read;
    if (walk.isOver) break;
  }
  return fields;
}

function nameProblem(name: string, offset: number, isForbidden: boolean): YamlProblem {
  const shown = oneLine(name, 60);
  if (isForbidden) {
    const message = `No field can have the name "${shown}", so this one is left out.`;
    return { code: 'forbidden-field', offset, message, hint: 'Give the field another name.' };
  }
  const message = `The field "${shown}" stands here a second time; only the first one counts.`;
  return { code: 'duplicate-field', offset, message, hint: 'Delete one of the two.' };
}

function readAlias(walk: Walk, { name, start }: { name: string; start: number }, depth: number): Json {
  const anchor = walk.anchors.get(name);
  if (++walk.aliases > LIMITS.aliases) {
    return stop(
      walk,
      limitProblem({ offset: start, message: `More than ${LIMITS.aliases} values are repeated with "*".` }),
    );
  }
  if (anchor === undefined) {
    const fault = { code: 'BAD_ALIAS', message: '', offset: start };
    return stop(walk, { code: 'broken', ...explainYamlFault(fault, walk.source) });
  }
  walk.repeated.add(name);
  return repeat(walk, anchor.value, { offset: start, depth });
}

/** A copy, each of its values counted. */
function repeat(walk: Walk, value: Json, at: { offset: number; depth: number }): Json {
  if (typeof value !== 'object' || value === null) return value;
  const inside = { ...at, depth: at.depth + 1 };
  const copy = (inner: Json) => (isWithinLimits(walk, at.offset, inside.depth) ? repeat(walk, inner, inside) : null);
  if (Array.isArray(value)) return value.map(copy);
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, copy(inner)]));
}

function isWithinLimits(walk: Walk, offset: number, depth: number): boolean {
  if (walk.isOver) return false;
  walk.values++;
  if (depth > LIMITS.depth)
    stop(walk, limitProblem({ offset, message: `Values are nested more than ${LIMITS.depth} deep here.` }));
  if (walk.values > LIMITS.values)
    stop(walk, limitProblem({ offset, message: `There are more than ${LIMITS.values} values.` }));
  return !walk.isOver;
}

function stop(walk: Walk, problem: YamlProblem): null {
  if (!walk.isOver) walk.problems.push(problem);
  walk.isOver = true;
  return null;
}

/** "Win #3" ends at the "#": the rest is a remark to YAML, and mostly not to who wrote it. */
function warnOfRemark(walk: Walk, end: number): void {
  const remark = /:?[ \t]+#(?=[\p{L}\p{N}])/uy;
  remark.lastIndex = end;
  if (remark.test(walk.source)) warnOfLoss(walk, remark.lastIndex - 1, 'Everything from "#" on is');
}

function warnOfLoss(walk: Walk, offset: number, what: string): void {
  const message = `${what} not read as text here, and is left out.`;
  walk.problems.push({ code: 'wrong-value', offset, message, hint: 'Put the whole value in quotes.' });
}

/** Where a value stands, or its name; of what is not there, the deepest value above it. Nothing for the whole. */
export function offsetOf(
  tree: YamlNode,
  path: readonly (string | number)[],
  part: 'key' | 'value',
): number | undefined {
  let node = tree;
  let offset: number | undefined;
  for (const step of path) {
    const entry = node.kind === 'map' ? node.entries.find(({ name }) => name === String(step)) : undefined;
    const inner = entry?.value ?? (node.kind === 'list' ? node.entries[Number(step)] : undefined);
    if (inner === undefined) return offset;
    const isNamed = entry !== undefined && (part === 'key' || inner.start === inner.end);
    offset = isNamed ? entry.start : inner.start;
    node = inner;
  }
  return offset;
}
