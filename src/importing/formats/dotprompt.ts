import type { Fields, Json } from '../../library/document.ts';
import { readFrontMatter } from '../../library/text/front-matter.ts';
import { linesOf } from '../../library/text/lines.ts';
import { assemble } from '../engines/assemble.ts';
import { HANDLEBARS } from '../engines/handlebars.ts';
import { marksOf } from '../engines/marks.ts';
import type { PromptSource, Reading, Variable } from '../foreign-prompt.ts';
import { remarkOnFields } from '../left-out.ts';
import { filledIn, isMap, mapOf, nameOfFile, readable, textOf, textsOf } from '../values.ts';
import { remarkOnFrontMatter } from './front-matter-remark.ts';

/** A name in short schemas: `name`, `name?`, `name(type, description)`. */
const KEY = /^(?<name>[^?(),\s]{1,100})(?<optional>\?)?(?:\((?<type>[^,)]{0,100})(?:,(?<description>[\s\S]*))?\))?$/;
const NOT_FOR_PEOPLE = '*';

/** Licence lines may stand before the front matter; they begin with `#`. */
function withoutLicence(text: string): string {
  for (const { start, end } of linesOf(text)) {
    const line = text.slice(start, end).trim();
    if (line.startsWith('---')) return text.slice(start);
    if (line !== '' && !line.startsWith('#')) return text;
  }
  return text;
}

function describedBy(value: string): string {
  const comma = value.indexOf(',');
  return comma < 0 ? '' : value.slice(comma + 1).trim();
}

function fromShort(key: string, value: Json): Variable | undefined {
  const { name = '', optional, type, description } = KEY.exec(key.trim())?.groups ?? {};
  if (name === '' || name === NOT_FOR_PEOPLE) return undefined;
  const isChoice = type === 'enum';
  return {
    name,
    description: description?.trim() || (typeof value === 'string' ? describedBy(value) : ''),
    options: isChoice ? textsOf(value) : [],
    isOptional: optional !== undefined,
  };
}

/** The variables of a JSON schema, whose properties may be short again. */
function fromSchema(schema: Fields): Variable[] {
  const required = textsOf(schema['required']);
  return Object.entries(mapOf(schema['properties'])).flatMap(([key, value]) => {
    if (!isMap(value)) return fromShort(key, value) ?? [];
    const isOptional = schema['required'] !== undefined && !required.includes(key);
    const byDefault = filledIn(value['default']);
    return [
      {
        name: key,
        description: textOf(value['description']),
        options: textsOf(value['enum']),
        isOptional,
        default: byDefault,
      },
    ];
  });
}

function variablesOf(fields: Fields): Variable[] {
  const input = mapOf(fields['input']);
  const schema = mapOf(input['schema']);
  const defaults = mapOf(input['default']);
  const declared = isMap(schema['properties'])
    ? fromSchema(schema)
    : Object.entries(schema).flatMap(([key, value]) => fromShort(key, value) ?? []);
  const names = new Set(declared.map(({ name }) => name));
  const others = Object.keys(defaults).filter((name) => !names.has(name));
  return [...declared, ...others.map((name): Variable => ({ name }))].map((variable) => {
    const byDefault = Object.hasOwn(defaults, variable.name) ? filledIn(defaults[variable.name]) : variable.default;
    return { ...variable, default: byDefault };
  });
}

/** A prompt of dotprompt: Handlebars under a description of its variables. */
export function readDotprompt({ path, text }: PromptSource): readonly Reading[] {
  const front = readFrontMatter(withoutLicence(text), path);
  const { fields, body } = front;
  const { turns, lists, remarks } = assemble(marksOf(body, HANDLEBARS), 'user');
  const declared = variablesOf(fields);
  const known = new Set(declared.map(({ name }) => name));
  const ofLists = [...lists]
    .filter((name) => !known.has(name))
    .map((name): Variable => ({ name, description: 'A list.' }));
  const prompt = {
    title: readable(textOf(fields['title']) || textOf(fields['name']) || nameOfFile(path)),
    description: textOf(fields['description']),
    variables: [...declared, ...ofLists],
    turns,
    remarks: [
      ...remarkOnFrontMatter(front),
      ...remarkOnFields(fields, ['title', 'name', 'description', 'input']),
      ...remarks,
    ],
  };
  return [{ type: 'prompt', prompt }];
}
