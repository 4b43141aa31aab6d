/** What front matter of ours holds; what is undefined is left out. */
export type Value = string | number | boolean | readonly (string | FieldValues)[] | undefined;
export type FieldValues = { readonly [name: string]: Value };

/** Words that stand for themselves in every version of YAML. */
const PLAIN = /^\p{L}[\p{L}\p{M}\p{N} ,.()'’&+/-]*$/u;
const LONGEST_PLAIN = 120;
/** Words that some readers of YAML take for something else. */
const MEANINGFUL = /^(?:true|false|null|yes|no|on|off|y|n)$/i;

/** Readers that protect themselves count brackets, also those in quotes; more than these are spelt out. */
const MOST_BRACKETS = 10;

/** Characters that end a line, or are not there, for some readers. */
const UNSEEN = /[\u007F-\u009F\u00AD\u2028\u2029\uFEFF]/g;

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

function isBalanced(text: string): boolean {
  const brackets = text.match(/[[\]{}]/g) ?? [];
  let open = 0;
  for (const bracket of brackets) {
    open += bracket === '[' || bracket === '{' ? 1 : -1;
    if (open < 0) return false;
  }
  return open === 0 && brackets.length <= MOST_BRACKETS;
}

/** A text between double quotes, in which JSON and YAML say the same. */
function quoted(text: string): string {
  const json = JSON.stringify(text).replace(UNSEEN, escaped);
  const inner = json.slice(1, -1);
  return `"${isBalanced(inner) ? inner : inner.replace(/[[\]{}]/g, escaped)}"`;
}

function scalar(value: string | number | boolean): string {
  if (typeof value !== 'string') return String(value);
  const isPlain = value.length <= LONGEST_PLAIN && PLAIN.test(value) && !MEANINGFUL.test(value) && !value.endsWith(' ');
  return isPlain || /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : quoted(value);
}

function itemLines(item: string | FieldValues): string[] {
  const [first = '{}', ...rest] = typeof item === 'string' ? [scalar(item)] : fieldLines(item);
  return [`  - ${first}`, ...rest.map((line) => `    ${line}`)];
}

/** Lines of front matter with these fields, in their order. Each text, of some hundred characters, is on one line. */
export function fieldLines(fields: FieldValues): string[] {
  return Object.entries(fields).flatMap(([name, value]) => {
    if (value === undefined) return [];
    if (typeof value !== 'object') return [`${name}: ${scalar(value)}`];
    return value.length === 0 ? [`${name}: []`] : [`${name}:`, ...value.flatMap(itemLines)];
  });
}

/** The same between their fences. */
export function frontMatterOf(fields: FieldValues): string {
  return ['---', ...fieldLines(fields), '---', ''].join('\n');
}
