import { type Code, type Diagnostic, diagnose, type Place } from './diagnostic.ts';
import type { Argument, Json, PromptDefinition } from './document.ts';
import { kindNamed } from './fields.ts';
import { nearest } from './nearest.ts';
import { readReference } from './reference.ts';
import type { FrontMatter } from './text/front-matter.ts';
import type { Template } from './text/template.ts';

const ARGUMENT_FIELDS = ['name', 'description', 'required', 'options', 'default', 'from'];
/** A value that every prompt can use without asking for it. */
const BUILT_IN = new Set(['today']);

const isScalar = (value: Json | undefined): value is string | number | boolean =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
const textOf = (value: Json | undefined): string => (isScalar(value) ? String(value).trim() : '');
const isYes = (value: Json | undefined): boolean => /^(true|yes|y|on|1|required)$/i.test(textOf(value));

function listOf(value: Json | undefined): string[] {
  const items = Array.isArray(value)
    ? value
    : textOf(value)
        .split(',')
        .map((item): Json => item.trim());
  return items.map(textOf).filter((item) => item !== '');
}

interface Reading {
  readonly front: FrontMatter;
  readonly path: string;
  readonly diagnostics: Diagnostic[];
}

function report(reading: Reading, code: Code, at: { place: Place; message: string; hint: string }): void {
  reading.diagnostics.push(diagnose(code, { path: reading.path, place: at.place }, at));
}

/** One entry under `arguments:`; a bare word is an argument with that name. */
function readArgument(reading: Reading, index: number | string, given: Json): Argument | undefined {
  const at = ['arguments', index];
  const place = reading.front.placeOf(at);
  if (isScalar(given)) {
    const own =
      typeof index === 'string'
        ? { name: index, description: textOf(given) }
        : { name: textOf(given), description: '' };
    return { ...own, required: true, options: [], place };
  }
  const fields =
    typeof given === 'object' && given !== null && !Array.isArray(given) ? (given as { [key: string]: Json }) : {};
  const name = typeof index === 'string' ? index : textOf(fields['name']);
  if (name === '') {
    const near = nearest('name', Object.keys(fields), 1)[0];
    const hint = near
      ? `Did you mean "name" where it says "${near}"?`
      : 'Begin it with a line such as "- name: campaign".';
    report(reading, 'missing-field', { place, message: 'This argument has no name.', hint });
    return undefined;
  }
  for (const key of Object.keys(fields)) {
    if (ARGUMENT_FIELDS.includes(key)) continue;
    const [near] = nearest(key, ARGUMENT_FIELDS, 1);
    const hint = near ? `Did you mean "${near}"?` : `An argument can have: ${ARGUMENT_FIELDS.join(', ')}.`;
    report(reading, 'unknown-field', {
      place: reading.front.placeOf([...at, key]),
      message: `The argument "${name}" has a line "${key}", which means nothing here.`,
      hint,
    });
  }
  const from = textOf(fields['from']);
  const kind = from === '' ? undefined : kindNamed(from);
  if (from !== '' && kind === undefined) {
    report(reading, 'wrong-value', {
      place: reading.front.placeOf([...at, 'from']),
      message: `"from: ${from}" names no kind of document.`,
      hint: 'Write a kind, such as "from: persona".',
    });
  }
  const byDefault = textOf(fields['default']);
  return {
    name,
    description: textOf(fields['description']),
    required: isYes(fields['required']) && byDefault === '',
    options: listOf(fields['options']),
    ...(byDefault === '' ? {} : { default: byDefault }),
    ...(kind === undefined ? {} : { from: kind }),
    place,
  };
}

/** The arguments under the `arguments:` key: a list of maps or words, or a map of names. */
function readArguments(reading: Reading, given: Json): Argument[] {
  const isMap = typeof given === 'object' && given !== null && !Array.isArray(given);
  const entries: [number | string, Json][] = isMap
    ? Object.entries(given)
    : Array.isArray(given)
      ? [...given.entries()]
      : [];
  if (entries.length === 0 && isScalar(given))
    entries.push(...listOf(given).map((name, i): [number, Json] => [i, name]));
  const found = new Map<string, Argument>();
  for (const [index, entry] of entries) {
    const argument = readArgument(reading, index, entry);
    if (argument === undefined) continue;
    if (!found.has(argument.name)) found.set(argument.name, argument);
    else
      report(reading, 'prompt-same-argument', {
        place: argument.place,
        message: `Two arguments are called "${argument.name}"; the second is not used.`,
        hint: 'Give one of them another name.',
      });
  }
  return [...found.values()];
}

/** Says which placeholders ask for an argument that is not declared; such a placeholder stays in the text as it stands. */
function reportUndeclared(reading: Reading, template: Template, declared: readonly Argument[]): void {
  const names = declared.map((argument) => argument.name.normalize('NFC'));
  const undeclared = [...template.names].filter(([name]) => !names.includes(name) && !BUILT_IN.has(name));
  const strange: string[] = [];
  for (const [name, place] of undeclared) {
    const [near] = nearest(name, names, 1);
    if (near === undefined) {
      strange.push(name);
      continue;
    }
    const message = `"${name}" is not among this prompt's arguments, so its placeholder stays in the text as it stands.`;
    report(reading, 'prompt-unknown-placeholder', { place, message, hint: `Did you mean "${near}"?` });
  }
  const [first] = strange;
  const place = first === undefined ? undefined : template.names.get(first);
  if (place === undefined) return;
  report(reading, 'prompt-unknown-placeholder', {
    place,
    message: `Not among this prompt's arguments, and left in the text as they stand: ${strange.join(', ')}.`,
    hint: `Leave mail merge tags alone; to ask for a value, add "- name: ${first}" under "arguments:".`,
  });
}

/** Front matter and text of a prompt become its definition. Without an `arguments:` key every placeholder asks for a value. */
export function readPromptDefinition(
  front: FrontMatter,
  template: Template,
  path: string,
): { definition: PromptDefinition; diagnostics: readonly Diagnostic[] } {
  const reading: Reading = { front, path, diagnostics: [] };
  const declared = Object.hasOwn(front.fields, 'arguments');
  const inferred = (): Argument[] =>
    [...template.names]
      .filter(([name]) => !BUILT_IN.has(name))
      .map(([name, place]) => ({ name, description: '', required: name !== 'arguments', options: [], place }));
  const own = declared ? readArguments(reading, front.fields['arguments'] ?? null) : inferred();
  if (declared) reportUndeclared(reading, template, own);
  const written = front.fields['context'];
  const context = listOf(written).map((entry, i) =>
    readReference(entry, front.placeOf(Array.isArray(written) ? ['context', i] : ['context'])),
  );
  const name = textOf(front.fields['name']);
  return {
    definition: { ...(name === '' ? {} : { name }), arguments: own, context, template },
    diagnostics: reading.diagnostics,
  };
}
