import { between, type Engine, type Mark, nextPlaceOf, type Tag } from './marks.ts';

const NAME = /^[\p{L}_][\p{L}\p{M}\p{N}_]*(?:\.[\p{L}_][\p{L}\p{M}\p{N}_]*)*$/u;
const WORDS = new Set(['true', 'false', 'none', 'True', 'False', 'None', 'loop', 'self', 'super']);

const isName = (text: string): boolean => text.length < 200 && NAME.test(text) && !WORDS.has(text);

/** `name`, or `name | filter`. */
function expressionMark(inside: string, raw: string): Mark {
  const [subject = '', ...filters] = inside.split('|').map((part) => part.trim());
  if (!isName(subject)) return { type: 'foreign', raw };
  const isPlain = filters.every((filter) => /^[a-z_]+(?:\([^()]*\))?$/.test(filter.slice(0, 200)));
  return isPlain ? { type: 'value', name: subject, raw } : { type: 'foreign', raw };
}

function openMark(word: string, rest: readonly string[], raw: string): Mark {
  const open = { type: 'open', word, raw } as const;
  if (word === 'for') {
    const [, joint, list = '', ...more] = rest;
    return joint === 'in' && more.length === 0 && isName(list) ? { ...open, list } : open;
  }
  const isNegated = rest[0] === 'not';
  const [name = '', ...more] = isNegated ? rest.slice(1) : rest;
  return word === 'if' && more.length === 0 && isName(name) ? { ...open, condition: { name, isNegated } } : open;
}

const BLOCKS = new Set(['if', 'for', 'block', 'macro', 'call', 'filter', 'with', 'autoescape']);

function statementMark(inside: string, raw: string): Mark {
  const [word = '', ...rest] = inside.split(/\s+/);
  if (BLOCKS.has(word)) return openMark(word, rest, raw);
  if (word === 'else' || word === 'elif') return { type: 'else', continues: word === 'elif', raw };
  if (word.startsWith('end') && BLOCKS.has(word.slice(3))) return { type: 'close', word: word.slice(3), raw };
  if (word === 'include' || word === 'import' || word === 'extends' || word === 'from') {
    return { type: 'gone', remark: `Another file that it includes is not carried over: ${raw.replace(/\s+/g, ' ')}.` };
  }
  return { type: 'foreign', raw };
}

function tagAt(text: string, at: number): Tag | undefined {
  const isStatement = text.startsWith('{%', at);
  const marks = isStatement ? { opening: '{%', closing: '%}' } : { opening: '{{', closing: '}}' };
  const written = between(text, at + 2, marks);
  if (written === undefined) return undefined;
  const end = at + written.length + 4;
  const raw = text.slice(at, end);
  const inside = written.replace(/^[-+]/, '').replace(/[-+]$/, '').trim();
  const mark = isStatement ? statementMark(inside, raw) : expressionMark(inside, raw);
  return { mark, end, trimsBefore: written.startsWith('-'), trimsBehind: written.endsWith('-') };
}

/** The templates of Python's Jinja. */
export const JINJA: Engine = {
  begins: /\{[{%#]/g,
  reader(text) {
    const commentEnd = nextPlaceOf(text, '#}');
    return (at) => {
      if (!text.startsWith('{#', at)) return tagAt(text, at);
      const end = commentEnd(at + 2);
      return end < 0 ? undefined : { mark: { type: 'gone' }, end: end + 2 };
    };
  },
};

/** The text that a filter `default("…")` fills in, by the name of the variable. */
export function jinjaDefaults(text: string): ReadonlyMap<string, string> {
  const found = text.matchAll(
    /\{\{-?[^\S\r\n]{0,9}([\p{L}_][\p{L}\p{N}_.]{0,99})[^\S\r\n]{0,9}\|[^\S\r\n]{0,9}d(?:efault)?\((?:"([^"{}\r\n]{0,500})"|'([^'{}\r\n]{0,500})')/gu,
  );
  return new Map([...found].reverse().map(([, name = '', double, single]) => [name, double ?? single ?? '']));
}

/** The other filters of a text, such as `upper`, which nothing does here. */
export function jinjaFilters(text: string): string[] {
  const found = text.matchAll(/\|[^\S\r\n]{0,9}([a-z_]{1,40})(?:\([^(){}\r\n]{0,200}\))?[^\S\r\n]{0,9}(?=-?\}\}|\|)/g);
  return [...new Set([...found].map(([, filter = '']) => filter))].filter((name) => name !== 'default' && name !== 'd');
}
