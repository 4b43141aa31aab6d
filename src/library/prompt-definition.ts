import { type Code, type Diagnostic, diagnose, type Place } from './diagnostic.ts';
import type { Argument, Fields, Json, Kind, PromptDefinition } from './document.ts';
import { fieldNamed, kindNamed } from './fields.ts';
import { nearest } from './nearest.ts';
import { type Reference, readReference } from './reference.ts';
import type { FrontMatter } from './text/front-matter.ts';
import type { Template } from './text/template.ts';

const ARGUMENT_FIELDS = ['name', 'description', 'required', 'options', 'default', 'from'];
/** What a placeholder can ask for. */
const PLACEHOLDER_NAME = /^[\p{L}_][\p{L}\p{M}\p{N}_-]*$/u;
/** Spellings are looked for in so many placeholders of one prompt. */
const MOST_COMPARED = 20;
/** A value that every prompt can use without asking for it. */
const BUILT_IN = new Set(['today']);

const isScalar = (value: Json | undefined): value is string | number | boolean =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
const isMap = (value: Json): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);
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

/** One entry under `arguments:`, and where it stands: at a number in a list, or under a name in a map. */
interface Entry {
  readonly at: readonly ['arguments', number | string];
  readonly fields: Fields;
}

/** One entry under `arguments:`; a bare word is an argument with that name, a text under a name describes it. */
function readArgument(reading: Reading, index: number | string, given: Json): Argument | undefined {
  const place = reading.front.placeOf(['arguments', index]);
  const isNamed = typeof index === 'string';
  if (isNamed && Array.isArray(given))
    return { name: index, description: '', required: true, options: listOf(given), place };
  if (isScalar(given)) {
    const name = isNamed ? index : textOf(given);
    return { name, description: isNamed ? textOf(given) : '', required: true, options: [], place };
  }
  const fields = isMap(given) ? given : {};
  const entry: Entry = { at: ['arguments', index], fields };
  const name = isNamed ? index : textOf(fields['name']);
  if (name === '') {
    reportNameless(reading, entry);
    return undefined;
  }
  reportUnknownFields(reading, entry, name);
  reportUnreadable(reading, entry, name);
  const byDefault = textOf(fields['default']);
  return {
    name,
    description: textOf(fields['description']),
    required: isYes(fields['required']) && byDefault === '',
    options: listOf(fields['options']),
    default: byDefault === '' ? undefined : byDefault,
    from: readFrom(reading, entry),
    place,
  };
}

function reportNameless(reading: Reading, { at, fields }: Entry): void {
  const [near] = nearest('name', Object.keys(fields), 1);
  const hint = near
    ? `Did you mean "name" where it says "${near}"?`
    : 'Begin it with a line such as "- name: campaign".';
  const place = reading.front.placeOf(at);
  report(reading, 'missing-field', { place, message: 'This argument has no name.', hint });
}

function reportUnknownFields(reading: Reading, { at, fields }: Entry, name: string): void {
  for (const key of Object.keys(fields)) {
    if (ARGUMENT_FIELDS.includes(key)) continue;
    const [near] = nearest(key, ARGUMENT_FIELDS, 1);
    report(reading, 'unknown-field', {
      place: reading.front.placeOf([...at, key]),
      message: `The argument "${name}" has a line "${key}", which means nothing here.`,
      hint: near ? `Did you mean "${near}"?` : `An argument can have: ${ARGUMENT_FIELDS.join(', ')}.`,
    });
  }
}

/** What each line of an argument has to be, and whether it is. A line that is not there is right. */
const READABLE: Readonly<
  Record<string, { readonly is: (value: Json, fields: Fields) => boolean; readonly says: string }>
> = {
  required: {
    is: (value) => isYes(value) || /^(false|no|n|off|0|optional)$/i.test(textOf(value)),
    says: 'Write "required: true", or take the line out.',
  },
  options: { is: (value) => listOf(value).length > 0, says: 'Write a list, such as "options: [warm, plain]".' },
  default: { is: isAmongOptions, says: 'Write one of the options, or add this one to them.' },
};

function isAmongOptions(value: Json, fields: Fields): boolean {
  const options = listOf(fields['options']).map((option) => option.toLowerCase());
  return isScalar(value) && (options.length === 0 || options.includes(textOf(value).toLowerCase()));
}

/** Says what of an argument would be passed over: a name that no placeholder can have, and values of another form. */
function reportUnreadable(reading: Reading, { at, fields }: Entry, name: string): void {
  if (!PLACEHOLDER_NAME.test(name)) {
    const better = name
      .trim()
      .replace(/[^\p{L}\p{M}\p{N}_-]+/gu, '_')
      .replace(/^[^\p{L}_]+/u, '');
    report(reading, 'wrong-value', {
      place: reading.front.placeOf(at),
      message: `"${name}" cannot stand in a placeholder, so this argument is never filled in.`,
      hint: `Call it "${better}" here, and write {{ ${better} }} in the text.`,
    });
  }
  for (const [key, { is, says }] of Object.entries(READABLE)) {
    const value = Object.hasOwn(fields, key) ? fields[key] : null;
    if (value === null || value === undefined || value === '' || is(value, fields)) continue;
    const message = `The line "${key}" of the argument "${name}" cannot be used.`;
    report(reading, 'wrong-value', { place: reading.front.placeOf([...at, key]), message, hint: says });
  }
}

/** The kind of the documents that an argument's choices come from. */
function readFrom(reading: Reading, { at, fields }: Entry): Kind | undefined {
  const from = textOf(fields['from']);
  if (from === '') return undefined;
  const kind = kindNamed(from);
  if (kind === undefined) {
    report(reading, 'wrong-value', {
      place: reading.front.placeOf([...at, 'from']),
      message: `"from: ${from}" names no kind of document.`,
      hint: 'Write a kind, such as "from: persona".',
    });
  }
  return kind;
}

function entriesOf(given: Json): (readonly [number | string, Json])[] {
  if (Array.isArray(given)) return [...given.entries()];
  return isMap(given) ? Object.entries(given) : [...listOf(given).entries()];
}

/** The arguments under the `arguments:` key: a list of maps or words, a map of names, or words with commas between. */
function readArguments(reading: Reading, given: Json): Argument[] {
  const found = new Map<string, Argument>();
  for (const [index, entry] of entriesOf(given)) {
    const argument = readArgument(reading, index, entry);
    if (argument === undefined) continue;
    if (!found.has(argument.name)) {
      found.set(argument.name, argument);
      continue;
    }
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
  const names = new Set(declared.map((argument) => argument.name.normalize('NFC')));
  const undeclared = [...template.names].filter(([name]) => !names.has(name) && !BUILT_IN.has(name));
  const strange: string[] = [];
  for (const [index, [name, place]] of undeclared.entries()) {
    const [near] = index < MOST_COMPARED ? nearest(name, names, 1) : [];
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
    message: `Not among this prompt's arguments, and left in the text as they stand: ${strange.slice(0, MOST_COMPARED).join(', ')}.`,
    hint: `Leave mail merge tags alone; to ask for a value, add "- name: ${first}" under "arguments:".`,
  });
}

/** Every placeholder asks for a value; only `$ARGUMENTS`, which is whatever stands behind a command, may stay empty. */
function inferArguments(template: Template): Argument[] {
  return [...template.names]
    .filter(([name]) => !BUILT_IN.has(name))
    .map(([name, place]) => ({ name, description: '', required: name !== 'arguments', options: [], place }));
}

/** The documents under `context:`: a list of paths, one path, or maps with a `path`. */
function readContext(reading: Reading): Reference[] {
  const found = fieldNamed(reading.front.fields, 'context');
  if (found === undefined || found.value === null) return [];
  const { key, value } = found;
  const entries: readonly Json[] = Array.isArray(value) ? value : isScalar(value) ? listOf(value) : [value];
  return entries.flatMap((entry, i) => {
    const place = reading.front.placeOf(Array.isArray(value) ? [key, i] : [key]);
    const path = textOf(isMap(entry) ? entry['path'] : entry);
    if (path !== '') return [readReference(path, place)];
    const message = 'This entry under "context" names no document, so nothing comes along for it.';
    report(reading, 'wrong-value', { place, message, hint: 'Write a path, such as "- context/brand/voice.md".' });
    return [];
  });
}

/** Front matter and text of a prompt become its definition. Without an `arguments:` key every placeholder asks for a value. */
export function readPromptDefinition(
  front: FrontMatter,
  template: Template,
  path: string,
): { definition: PromptDefinition; diagnostics: readonly Diagnostic[] } {
  const reading: Reading = { front, path, diagnostics: [] };
  const declared = fieldNamed(front.fields, 'arguments');
  const own = declared === undefined ? inferArguments(template) : readArguments(reading, declared.value);
  if (declared !== undefined) reportUndeclared(reading, template, own);
  const name = textOf(fieldNamed(front.fields, 'name')?.value);
  return {
    definition: { name: name === '' ? undefined : name, arguments: own, context: readContext(reading), template },
    diagnostics: reading.diagnostics,
  };
}
