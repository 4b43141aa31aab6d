/** An argument as it is declared in front matter. */
export interface Declaration {
  readonly name: string;
  readonly description: string;
  readonly options: readonly string[];
  readonly default: string;
  readonly isRequired: boolean;
}

/** Words that YAML, or a reader that is older than 1.2, takes for something else than text. */
const RESERVED = /^(?:true|false|yes|no|on|off|y|n|null)$/i;
const PLAIN = /^\p{L}[\p{L}\p{M}\p{N} _.'’()/&!?–-]*$/u;
/** What JSON leaves as it is and YAML does not accept, or hides. */
const UNPRINTABLE = /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g;

/** A text as a YAML value on one line: as it is where that is safe, else in quotes. */
function yamlText(text: string): string {
  if (PLAIN.test(text) && !RESERVED.test(text) && text.trim() === text) return text;
  const spelt = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return JSON.stringify(text).replace(UNPRINTABLE, spelt);
}

function yamlList(texts: readonly string[]): string {
  return `[${texts.map(yamlText).join(', ')}]`;
}

/** `name: value`; nothing for an empty value. */
export function fieldLine(name: string, value: string): string[] {
  return value === '' ? [] : [`${name}: ${yamlText(value)}`];
}

export function listLine(name: string, values: readonly string[]): string[] {
  return values.length === 0 ? [] : [`${name}: ${yamlList(values)}`];
}

/** The lines of one entry under `arguments:`. */
export function declarationLines(declaration: Declaration): string[] {
  const { name, description, options, isRequired } = declaration;
  const fields = [
    ...fieldLine('description', description),
    ...listLine('options', options),
    ...fieldLine('default', declaration.default),
    ...(isRequired ? ['required: true'] : []),
  ];
  return [`  - name: ${yamlText(name)}`, ...fields.map((line) => `    ${line}`)];
}
