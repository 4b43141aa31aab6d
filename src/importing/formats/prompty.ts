import type { Fields, Json } from '../../library/document.ts';
import { readFrontMatter } from '../../library/text/front-matter.ts';
import { linesOf } from '../../library/text/lines.ts';
import { assemble } from '../engines/assemble.ts';
import { JINJA, jinjaDefaults, jinjaFilters } from '../engines/jinja.ts';
import { type Mark, marksOf } from '../engines/marks.ts';
import type { PromptSource, Reading, Speaker, Variable } from '../foreign-prompt.ts';
import { remarkOnFields } from '../left-out.ts';
import { filledIn, isList, isMap, mapOf, nameOfFile, readable, textOf, textsOf } from '../values.ts';
import { remarkOnFrontMatter } from './front-matter-remark.ts';

/** A line that says who speaks from here on. */
const ROLE = /^#?\s{0,9}(system|developer|user|assistant)\s{0,9}(?:\[[^\]]{0,200}\])?\s{0,9}:$/i;
const SPEAKERS = new Map<string, Speaker>([
  ['system', 'system'],
  ['developer', 'system'],
  ['user', 'user'],
  ['assistant', 'assistant'],
]);
const LONGEST_LINE = 300;

function speakerOf(line: string): Speaker | undefined {
  if (line.length > LONGEST_LINE) return undefined;
  return SPEAKERS.get(ROLE.exec(line.trim())?.[1]?.toLowerCase() ?? '');
}

/** Marks of the template and of who speaks. */
function marksWithSpeakers(body: string): Mark[] {
  const marks: Mark[] = [];
  let from = 0;
  for (const { start, end, next } of linesOf(body)) {
    const speaker = speakerOf(body.slice(start, end));
    if (speaker === undefined) continue;
    for (const mark of marksOf(body.slice(from, start), JINJA)) marks.push(mark);
    marks.push({ type: 'role', speaker });
    from = next;
  }
  for (const mark of marksOf(body.slice(from), JINJA)) marks.push(mark);
  return marks;
}

/** One input: a map with what is known of it, or only the value that is filled in by itself. */
function variableOf(name: string, value: Json): Variable {
  if (!isMap(value)) return { name, default: filledIn(value) };
  const sample = filledIn(value['sample'] ?? value['example']);
  const description = textOf(value['description']);
  const example = sample === '' ? '' : `For example: ${sample}`;
  return {
    name,
    description: description === '' || example === '' ? description || example : `${description} ${example}`,
    options: textsOf(value['enumValues'] ?? value['enum']),
    default: filledIn(value['default']),
    isOptional: value['required'] === false || textOf(value['kind']) === 'thread',
  };
}

function variablesOf(fields: Fields): Variable[] {
  const { inputs, sample } = fields;
  const declared = isList(inputs)
    ? inputs.filter(isMap).map((input) => variableOf(textOf(input['name']), input))
    : Object.entries(mapOf(inputs)).map(([name, value]) => variableOf(name, value));
  const names = new Set(declared.map(({ name }) => name));
  const samples = Object.entries(mapOf(sample)).filter(([name]) => !names.has(name));
  const ofSamples = samples.map(([name, value]) => variableOf(name, { sample: value }));
  return [...declared, ...ofSamples].filter(({ name }) => name !== '');
}

function withDefaults(variables: readonly Variable[], defaults: ReadonlyMap<string, string>): Variable[] {
  const names = new Set(variables.map(({ name }) => name));
  const others = [...defaults.keys()].filter((name) => !names.has(name)).map((name): Variable => ({ name }));
  return [...variables, ...others].map((variable) => ({
    ...variable,
    default: variable.default || defaults.get(variable.name),
  }));
}

function remarkOnInputs({ inputs }: Fields): string[] {
  const remarks: string[] = [];
  if (typeof inputs === 'string') {
    remarks.push(`What its inputs are lies in another file (${inputs}) and is not carried over.`);
  }
  const all = isList(inputs) ? inputs.filter(isMap) : [];
  for (const input of all.filter(({ kind }) => kind === 'thread')) {
    remarks.push(`"${textOf(input['name'])}" is an earlier conversation there; here it is a text that may stay empty.`);
  }
  return remarks;
}

function remarkOnFilters(body: string): string[] {
  const filters = jinjaFilters(body);
  return filters.length === 0 ? [] : [`Values are put in as they are typed, without: ${filters.join(', ')}.`];
}

function remarkOnMetadata(metadata: Fields): string[] {
  const others = Object.keys(metadata).filter((name) => name !== 'authors' && name !== 'tags');
  return others.length === 0 ? [] : [`Not carried over from its metadata: ${others.join(', ')}.`];
}

/** A prompt of prompty: Jinja with lines that say who speaks. */
export function readPrompty({ path, text }: PromptSource): readonly Reading[] {
  const front = readFrontMatter(text, path);
  const { fields, body } = front;
  const metadata = mapOf(fields['metadata']);
  const { turns, remarks } = assemble(marksWithSpeakers(body), 'system');
  const prompt = {
    title: readable(textOf(fields['title']) || textOf(fields['name']) || nameOfFile(path)),
    description: textOf(fields['description']),
    tags: [...textsOf(fields['tags']), ...textsOf(metadata['tags'])],
    authors: [...textsOf(fields['authors']), ...textsOf(metadata['authors'])],
    variables: withDefaults(variablesOf(fields), jinjaDefaults(body)),
    turns,
    remarks: [
      ...remarkOnFrontMatter(front),
      ...remarkOnFields(fields, ['title', 'name', 'description', 'tags', 'authors', 'inputs', 'sample', 'metadata']),
      ...remarkOnMetadata(metadata),
      ...remarkOnInputs(fields),
      ...remarks,
      ...remarkOnFilters(body),
    ],
  };
  return [{ type: 'prompt', prompt }];
}
