import { oneLine } from './one-line.ts';

/** What a YAML parser objects to. */
export interface YamlFault {
  readonly code: string;
  /** In the parser's words, which no editor sees. */
  readonly message: string;
  readonly offset: number;
  /** Where the quote or bracket begins that is not closed, when the fault is that. */
  readonly opening?: number | undefined;
}

/** The same in the words of an editor, at the place to be changed. */
export interface Explanation {
  readonly offset: number;
  readonly message: string;
  readonly hint: string;
}

/** The line of a fault, taken apart. */
interface Context {
  readonly fault: YamlFault;
  readonly source: string;
  readonly start: number;
  readonly line: string;
  /** The name of its field, empty without one. */
  readonly name: string;
  /** What follows the colon, and where. */
  readonly value: string;
  readonly valueStart: number;
}

type Explain = (context: Context) => Explanation;

/** Says in plain words what is wrong with a YAML text that ends its lines with LF, and what to type instead. */
export function explainYamlFault(fault: YamlFault, source: string): Explanation {
  const context = contextOf(fault, source);
  return (BY_CODE[fault.code] ?? explainOther)(context);
}

function contextOf(fault: YamlFault, source: string): Context {
  const start = source.lastIndexOf('\n', fault.offset - 1) + 1;
  const end = source.indexOf('\n', start);
  const line = source.slice(start, end === -1 ? source.length : end);
  const match = /^[ \t]*(?:- +)*(["']?)([^\s:#"'[{-][^:#"']{0,60}?)\1[ \t]*:(?=[ \t]|$)[ \t]*/.exec(line);
  const valueAt = match?.[0].length ?? 0;
  const name = oneLine(match?.[2] ?? '', 60);
  return { fault, source, start, line, name, value: line.slice(valueAt).trimEnd(), valueStart: start + valueAt };
}

const subjectOf = ({ name }: Context) => (name === '' ? 'A value in this line' : `The value of "${name}"`);

/** The value in quotes, of the sort that needs no change inside it. */
function quoted(value: string): string {
  const text = oneLine(value, 60);
  if (!/["\\]/.test(text)) return `"${text}"`;
  return text.includes("'") ? `"${text.replace(/["\\]/g, '\\$&')}"` : `'${text}'`;
}

/** A value without the quotes at its two ends. */
function unquoted(value: string): string {
  const [quote = ''] = value;
  const inner = value.length > 1 && value.endsWith(quote) ? value.slice(1, -1) : value;
  return quote === '"' || quote === "'" ? inner : value;
}

function quoteHint({ name, value }: Context): string {
  const text = quoted(unquoted(value));
  return name === '' ? `Put the value in quotes: ${text}` : `Put the value in quotes: ${name}: ${text}`;
}

function explainSecondColon(context: Context): Explanation {
  const { fault, source, start, line, value, valueStart } = context;
  if (fault.message.startsWith('A block sequence')) return explainIndent(context);
  if (/^["']/.test(value)) return explainAfterQuote(context);
  if (/:(?:\s|$)/.test(value)) {
    const colon = valueStart + value.search(/:(?:\s|$)/);
    const message = `${subjectOf(context)} has a second colon, which is read as the end of another name.`;
    return {
      offset: fault.offset <= colon ? Math.max(fault.offset, valueStart) : fault.offset,
      message,
      hint: quoteHint(context),
    };
  }
  if (value.startsWith('? ')) return explainSign(context);
  const below = start + line.length + 1;
  if (below >= source.length) return explainOther(context);
  return explainIndent(contextOf({ ...fault, offset: below }, source));
}

function explainNoField(context: Context): Explanation {
  const { start, line } = context;
  const offset = start + (line.length - line.trimStart().length);
  if (/^\s*-(?:\s|$)/.test(line)) {
    const hint = 'Type the name of the list above this line, such as "tags:", or move the line below its list.';
    return { offset, message: 'This list entry belongs to no field.', hint };
  }
  const joined = /^\s*([\p{L}_][\p{L}\p{M}\p{N}_ -]{0,60}):(?![ \t]|$)(.*)$/u.exec(line);
  if (joined !== null && joined[1] !== undefined) {
    const message = `A space is missing after the colon of "${joined[1]}".`;
    const hint = `Type a space after the colon: ${joined[1]}: ${oneLine((joined[2] ?? '').trim(), 60)}`;
    return { offset: start + line.indexOf(':') + 1, message, hint };
  }
  if (/^\s*\{\{/.test(line)) return explainPlaceholder(context);
  const hint = 'Type a name, a colon and a space at the beginning of the line, or move the line below the closing ---.';
  return { offset, message: 'This line is not a field: it has no name with a colon and a space behind it.', hint };
}

function explainIndent({ start, line }: Context): Explanation {
  const offset = start + (line.length - line.trimStart().length);
  const message = 'The spaces at the beginning of this line do not fit the lines above it.';
  return { offset, message, hint: 'Begin the line with as many spaces as the lines have that it belongs to.' };
}

function explainTab({ fault }: Context): Explanation {
  const message = 'This line is indented with a tab.';
  return { offset: fault.offset, message, hint: 'Type spaces in place of the tab, two for each step.' };
}

function explainPlaceholder(context: Context): Explanation {
  const { fault, value, valueStart } = context;
  const message = `${subjectOf(context)} begins with a brace, which is not read as text.`;
  return { offset: value.startsWith('{') ? valueStart : fault.offset, message, hint: quoteHint(context) };
}

function explainKey(context: Context): Explanation {
  if (context.value.startsWith('{')) return explainPlaceholder(context);
  const message = 'The name of a field has to be plain text here.';
  return {
    offset: context.fault.offset,
    message,
    hint: 'Type a plain name before the colon, or put the whole value in quotes.',
  };
}

/** Values that begin with a sign that means something in YAML: @ ` % & * ! | > , */
function explainSign(context: Context): Explanation {
  const { fault, source, value, valueStart, name } = context;
  const isInList = /^[[{]/.test(value) && fault.offset > valueStart;
  const entry = isInList ? source.slice(fault.offset).split(/[,\]}\n]/, 1)[0] : undefined;
  const offset = isInList ? fault.offset : valueStart;
  const sign = source[offset] ?? '';
  const message = `${isInList && name !== '' ? `An entry of "${name}"` : subjectOf(context)} begins with "${oneLine(sign)}", which is not read as text there.`;
  return { offset, message, hint: entry ? `Put the entry in quotes: ${quoted(entry.trim())}` : quoteHint(context) };
}

function explainAfterQuote(context: Context): Explanation {
  const message = `${subjectOf(context)} goes on after its closing quote.`;
  const hint = quoteHint(context);
  return { offset: context.fault.offset, message, hint };
}

function explainToken(context: Context): Explanation {
  const { fault, source, line, value, valueStart, name } = context;
  const found = source[fault.offset] ?? '';
  if (fault.offset >= valueStart && /^["']/.test(value)) return explainAfterQuote(context);
  if (/^[*&!|>@`%]/.test(value)) return explainSign(context);
  if (/^-(?:\s|$)/.test(value) && name !== '') {
    const hint = `Put each entry on a line of its own below "${name}:", or put the value in quotes: ${name}: ${quoted(value)}`;
    return { offset: valueStart, message: `The list of "${name}" begins in the line of its name.`, hint };
  }
  if (/^\s*-(?:\s|$)/.test(line)) return explainNoField(context);
  if (found === ',')
    return {
      offset: fault.offset,
      message: 'A comma stands here without a value before it.',
      hint: 'Delete the comma.',
    };
  if (found === ']' || found === '}') {
    return {
      offset: fault.offset,
      message: `A "${found}" stands here that nothing opened.`,
      hint: `Delete the "${found}", or put the value in quotes.`,
    };
  }
  if (/^[[{]/.test(value)) {
    return {
      offset: fault.offset,
      message: `${subjectOf(context)} goes on after its closing bracket.`,
      hint: quoteHint(context),
    };
  }
  return name === '' ? explainNoField(context) : explainOther(context);
}

function explainMissing(context: Context): Explanation {
  const { fault, source } = context;
  if (fault.opening !== undefined) return explainUnclosed(contextOf({ ...fault, offset: fault.opening }, source));
  if (fault.message.startsWith('Implicit map keys')) return explainNoField(context);
  if (fault.message.startsWith('Comments')) {
    const message = 'A "#" stands directly behind a value.';
    return { offset: fault.offset, message, hint: 'Type a space before "#", or put the whole value in quotes.' };
  }
  if (fault.message.startsWith('Missing ,')) {
    return {
      offset: fault.offset,
      message: 'A comma is missing between two entries here.',
      hint: 'Type a comma before this entry.',
    };
  }
  const directive = source.search(/^%/m);
  if (fault.message.includes('directives-end') && directive !== -1) {
    const hint = 'Delete the line, or put "#" in front of it.';
    return { offset: directive, message: 'A line cannot begin with "%" here.', hint };
  }
  return /^[&!]/.test(context.value) ? explainSign(context) : explainOther(context);
}

function explainUnclosed(context: Context): Explanation {
  const { fault, source } = context;
  const opening = source[fault.offset] ?? '"';
  const closing = opening === '[' ? ']' : opening === '{' ? '}' : opening;
  const what = closing === opening ? 'quote' : 'bracket';
  const message = `${subjectOf(context)} begins with the ${what} ${opening}, which is never closed.`;
  return { offset: fault.offset, message, hint: `Type ${closing} where the value ends.` };
}

function explainBadIndent(context: Context): Explanation {
  return context.fault.opening === undefined ? explainIndent(context) : explainMissing(context);
}

function explainBackslash(context: Context): Explanation {
  const message = `${subjectOf(context)} has a backslash in double quotes, where it begins a special character.`;
  return {
    offset: context.fault.offset,
    message,
    hint: 'Type two backslashes for one, or put the value in single quotes.',
  };
}

function explainSecondBlock({ fault, source }: Context): Explanation {
  const line = source.search(/^(?:\.\.\.|---)(?=\s|$)/m);
  const message = 'The fields end at this line, because it begins with "---" or "...".';
  return {
    offset: line === -1 ? fault.offset : line,
    message,
    hint: 'Delete the line, or put what it says in quotes behind the name of a field.',
  };
}

function explainColonInList(context: Context): Explanation {
  const message = `${subjectOf(context)} has an entry with a colon, which is read as a name.`;
  return { offset: context.fault.offset, message, hint: 'Put the entry in quotes.' };
}

function explainOther(context: Context): Explanation {
  const message =
    context.name === '' ? 'This line cannot be read as a field.' : `${subjectOf(context)} cannot be read.`;
  const hint = context.name === '' ? 'Write it as a name, a colon, a space and a value in quotes.' : quoteHint(context);
  return { offset: context.fault.offset, message, hint };
}

/** By the codes of the package yaml, 2.x. */
const BY_CODE: Readonly<Record<string, Explain>> = {
  ALIAS_PROPS: explainSign,
  BAD_ALIAS: explainSign,
  BAD_DIRECTIVE: explainMissing,
  BAD_DQ_ESCAPE: explainBackslash,
  BAD_INDENT: explainBadIndent,
  BAD_PROP_ORDER: explainSign,
  BAD_SCALAR_START: explainSign,
  BLOCK_AS_IMPLICIT_KEY: explainSecondColon,
  BLOCK_IN_FLOW: explainColonInList,
  KEY_OVER_1024_CHARS: explainColonInList,
  MISSING_CHAR: explainMissing,
  MULTILINE_IMPLICIT_KEY: explainNoField,
  MULTIPLE_ANCHORS: explainSign,
  MULTIPLE_DOCS: explainSecondBlock,
  MULTIPLE_TAGS: explainSign,
  NON_STRING_KEY: explainKey,
  TAB_AS_INDENT: explainTab,
  TAG_RESOLVE_FAILED: explainSign,
  UNEXPECTED_TOKEN: explainToken,
};
