import type { Fields, Json } from '../library/document.ts';

/** Fields of other tools that prompts here do not have, by what they are about. */
const SUBJECTS: readonly { readonly names: ReadonlySet<string>; readonly says: (names: string) => string }[] = [
  {
    names: new Set(['model', 'config', 'modelparameters', 'mode', 'agent', 'variant', 'template', 'effort']),
    says: (names) => `The model and how it is called are not carried over (${names}): here each person chooses.`,
  },
  {
    names: new Set(['tools', 'tooldefs', 'mcp-servers', 'mcp', 'allowed-tools', 'disallowed-tools']),
    says: (names) => `The tools that it asks for are not carried over (${names}): an assistant uses its own.`,
  },
  {
    names: new Set(['output', 'outputs', 'responseformat', 'response_format', 'jsonschema', 'json_schema']),
    says: (names) =>
      `The form that the answer must have is not carried over (${names}): describe it in the text if it matters.`,
  },
  {
    names: new Set(['testdata', 'evaluators', 'tests', 'evals']),
    says: (names) => `Its tests are not carried over (${names}).`,
  },
];

const isEmpty = (value: Json | undefined): boolean => value === undefined || value === null || value === '';

/** Says which fields of a source have no place in our format; `known` are those that were used. */
export function remarkOnFields(fields: Fields, known: readonly string[]): string[] {
  const others = Object.keys(fields).filter((name) => !known.includes(name) && !isEmpty(fields[name]));
  const remarks: string[] = [];
  const said = new Set<string>();
  for (const { names, says } of SUBJECTS) {
    const found = others.filter((name) => names.has(name.toLowerCase()));
    for (const name of found) said.add(name);
    if (found.length > 0) remarks.push(says(found.join(', ')));
  }
  const rest = others.filter((name) => !said.has(name));
  if (rest.length > 0) remarks.push(`Not carried over, because prompts here have no such field: ${rest.join(', ')}.`);
  return remarks;
}
