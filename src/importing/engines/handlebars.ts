import type { Speaker } from '../foreign-prompt.ts';
import { between, type Engine, type Mark, nextPlaceOf, type Tag } from './marks.ts';

/** A variable, or a step-by-step path to one. */
const NAME = /^[\p{L}_][\p{L}\p{M}\p{N}_-]*(?:\.[\p{L}_][\p{L}\p{M}\p{N}_-]*)*$/u;
const SPEAKERS = new Map<string, Speaker>([
  ['system', 'system'],
  ['user', 'user'],
  ['model', 'assistant'],
  ['assistant', 'assistant'],
]);
/** Words of the language that are no variables. */
const WORDS = new Set(['this', 'else', 'true', 'false', 'null', 'undefined']);

const isName = (text: string): boolean => text.length < 200 && NAME.test(text) && !WORDS.has(text);

function speakerOf(word: string): Speaker | undefined {
  return SPEAKERS.get(word.replace(/^["']|["']$/g, ''));
}

function openMark(inside: string, raw: string): Mark {
  const [word = '', ...rest] = inside.slice(1).trim().split(/\s+/);
  const [subject = ''] = rest;
  const speaker = word === 'role' ? speakerOf(subject) : undefined;
  if (speaker !== undefined) return { type: 'role', speaker };
  const open = { type: 'open', word, raw } as const;
  if (rest.length !== 1 || !isName(subject)) return open;
  if (word === 'each') return { ...open, list: subject };
  if (word !== 'if' && word !== 'unless') return open;
  return { ...open, condition: { name: subject, isNegated: word === 'unless' } };
}

function gone(what: string): Mark {
  return { type: 'gone', remark: what };
}

function callMark(word: string, rest: readonly string[], raw: string): Mark {
  const [subject = ''] = rest;
  const speaker = word === 'role' ? speakerOf(subject) : undefined;
  if (speaker !== undefined) return { type: 'role', speaker };
  switch (word) {
    case 'history':
      return gone('The place of an earlier conversation ({{history}}) is not carried over.');
    case 'media':
      return gone(`A picture or another medium is not carried over: ${raw.replace(/\s+/g, ' ')}.`);
    case 'section':
      return gone(`The mark of a section is not carried over: ${raw.replace(/\s+/g, ' ')}.`);
    case 'json':
      return isName(subject) ? { type: 'value', name: subject, raw } : { type: 'foreign', raw };
    default:
      return { type: 'foreign', raw };
  }
}

function markOf(inside: string, raw: string): Mark {
  if (inside.startsWith('#') || inside.startsWith('^')) return openMark(inside, raw);
  if (inside.startsWith('/')) {
    const word = inside.slice(1).trim();
    // the text behind a block of one role is the user's again
    return word === 'role' ? { type: 'role', speaker: 'user' } : { type: 'close', word, raw };
  }
  if (inside.startsWith('>')) {
    const [part = ''] = inside.slice(1).trim().split(/\s+/);
    return gone(`The part "${part}" that it includes is not carried over: put its text in where it belongs.`);
  }
  const [word = '', ...rest] = inside.split(/\s+/);
  if (word === 'else') return { type: 'else', continues: rest.length > 0, raw };
  const isCall = rest.length > 0 || word === 'history';
  if (!isCall && isName(word)) return { type: 'value', name: word, raw };
  return callMark(word, rest, raw);
}

interface CommentEnds {
  readonly withDashes: (from: number) => number;
  readonly plain: (from: number) => number;
}

function comment(text: string, at: number, { withDashes, plain }: CommentEnds): Tag | undefined {
  const dashed = /^\{\{~?!--/.test(text.slice(at, at + 6)) ? withDashes(at) : -1;
  if (dashed >= 0) return { mark: { type: 'gone' }, end: dashed + 4 };
  const end = plain(at);
  return end < 0 ? undefined : { mark: { type: 'gone' }, end: end + 2 };
}

function escapedTag(text: string, at: number): Tag | undefined {
  if (!text.startsWith('\\{{', at)) return undefined;
  const inside = between(text, at + 3, { opening: '{{', closing: '}}' });
  if (inside === undefined) return undefined;
  return { mark: { type: 'text', text: `{{${inside}}}` }, end: at + inside.length + 5 };
}

function tagAt(text: string, at: number, commentEnds: CommentEnds): Tag | undefined {
  if (text[at] === '\\') return escapedTag(text, at);
  if (!text.startsWith('{{', at)) return undefined;
  if (/^\{\{~?!/.test(text.slice(at, at + 4))) return comment(text, at, commentEnds);
  const isTriple = text.startsWith('{{{', at);
  const [opening, closing] = isTriple ? ['{{{', '}}}'] : ['{{', '}}'];
  const written = between(text, at + opening.length, { opening: '{{', closing });
  if (written === undefined) return undefined;
  const end = at + opening.length + written.length + closing.length;
  const inside = written.replace(/^~/, '').replace(/~$/, '').trim();
  const mark = markOf(inside, text.slice(at, end));
  return { mark, end, trimsBefore: written.startsWith('~'), trimsBehind: written.endsWith('~') };
}

/** Handlebars with what dotprompt adds to it. */
export const HANDLEBARS: Engine = {
  begins: /\\?\{\{/g,
  reader(text) {
    const commentEnds = { withDashes: nextPlaceOf(text, '--}}'), plain: nextPlaceOf(text, '}}') };
    return (at) => tagAt(text, at, commentEnds);
  },
};
