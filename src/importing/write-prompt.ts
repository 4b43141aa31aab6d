import { parseTemplate } from '../library/text/template.ts';
import type { ForeignPrompt, Variable } from './foreign-prompt.ts';
import { writeBody } from './template/body.ts';
import { legalNames } from './template/legal-names.ts';
import { namesIn } from './template/spans.ts';
import { type Declaration, declarationLines, fieldLine, listLine } from './yaml-lines.ts';

/** A file of ours, as it will be written. */
export interface WrittenPrompt {
  readonly text: string;
  readonly remarks: readonly string[];
}

const LONGEST_TITLE = 200;
const LONGEST_DESCRIPTION = 2_000;
const LONGEST_DEFAULT = 10_000;
const MOST_ARGUMENTS = 200;
const MOST_LISTED = 100;

const unique = (texts: readonly string[]): string[] => [...new Set(texts)];

/** One line without white space around it, cut where it is too long. */
function short(text: string, longest: number): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, longest).trimEnd();
}

function listed(texts: readonly string[], longest: number): string[] {
  return unique(texts.map((text) => short(text, longest)).filter((text) => text !== '')).slice(0, MOST_LISTED);
}

function declare(name: string, variable: Variable | undefined, isDeciding: boolean): Declaration {
  const whole = (variable?.default ?? '').trim();
  const byDefault = whole.length > LONGEST_DEFAULT ? '' : whole;
  const given = listed(variable?.options ?? [], LONGEST_DESCRIPTION);
  // a default that is no option could not be chosen
  const isKnown = given.some((option) => option.toLowerCase() === byDefault.toLowerCase());
  return {
    name,
    description: short(variable?.description ?? '', LONGEST_DESCRIPTION),
    options: given.length === 0 || byDefault === '' || isKnown ? given : [...given, byDefault],
    default: byDefault,
    isRequired: byDefault === '' && variable?.isOptional !== true && !isDeciding,
  };
}

/** Every name that the text asks for: those that the source declares first, in its order. */
function usedNames(prompt: ForeignPrompt) {
  const { all, deciding } = namesIn(prompt.turns.flatMap(({ pieces }) => pieces));
  const declared = unique((prompt.variables ?? []).map(({ name }) => name));
  const used = [...new Set([...declared.filter((name) => all.has(name)), ...all])];
  return { used, deciding, unused: declared.filter((name) => !all.has(name)) };
}

function quoted(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(', ');
}

function remarkOnNames(names: ReadonlyMap<string, string>, unused: readonly string[]): string[] {
  const renamed = [...names].filter(([name, legal]) => name.normalize('NFC') !== legal);
  const remarks = renamed.map(([name, legal]) => `The variable "${name}" is called "${legal}" here.`);
  if (unused.length > 0) remarks.push(`Declared but not in the text, and left out: ${quoted(unused)}.`);
  return remarks;
}

function remarkOnDefaults(variables: readonly Variable[]): string[] {
  const long = variables.filter((variable) => (variable.default ?? '').trim().length > LONGEST_DEFAULT);
  return long.map(({ name }) => `The default of "${name}" is too long to be carried over.`);
}

/** The lines under `arguments:`. Without one, names that the text only mentions would become arguments. */
function argumentLines(declarations: readonly Declaration[], body: string): string[] {
  if (declarations.length > 0) return ['arguments:', ...declarations.flatMap(declarationLines)];
  const { template } = parseTemplate(body, { path: '', line: 1 });
  return template.names.size > 0 ? ['arguments: []'] : [];
}

/**
 * Writes a prompt in our format. `source` says where it comes from, `kind` is named where the place of the file does not
 * say that it is a prompt.
 */
export function writePrompt(prompt: ForeignPrompt, where: { source: string; namesKind: boolean }): WrittenPrompt {
  const { used, deciding, unused } = usedNames(prompt);
  const kept = used.slice(0, MOST_ARGUMENTS);
  const names = legalNames(used);
  const variables = new Map((prompt.variables ?? []).map((variable) => [variable.name, variable]));
  const body = writeBody(prompt.turns, names);
  const declarations = kept.map((name) => declare(names.get(name) ?? name, variables.get(name), deciding.has(name)));
  const lines = [
    ...fieldLine('title', short(prompt.title, LONGEST_TITLE)),
    ...fieldLine('description', short(prompt.description ?? '', LONGEST_DESCRIPTION)),
    ...(where.namesKind ? ['kind: prompt'] : []),
    ...listLine('tags', listed(prompt.tags ?? [], LONGEST_TITLE)),
    ...fieldLine('author', listed(prompt.authors ?? [], LONGEST_TITLE).join(', ')),
    ...fieldLine('source', short(where.source, LONGEST_DESCRIPTION)),
    ...argumentLines(declarations, body.text),
  ];
  const remarks = [
    ...prompt.remarks,
    ...body.remarks,
    ...remarkOnNames(names, unused),
    ...remarkOnDefaults(prompt.variables ?? []),
    ...(used.length > kept.length ? [`Only the first ${MOST_ARGUMENTS} variables are asked for.`] : []),
  ];
  return { text: `---\n${lines.join('\n')}\n---\n${body.text}\n`, remarks: unique(remarks) };
}
