import { type Span, spelledFromStart, spelledToEnd } from './initials.ts';

/** An acronym and what a text says that it stands for, both as they are written there. */
export interface Definition {
  readonly acronym: string;
  readonly meaning: string;
}

const MOST_DEFINITIONS = 200;
/** How many words are looked at closely, so that no text takes longer than some tenths of a second. */
const MOST_CANDIDATES = 3000;
const LONGEST_ACRONYM = 8;
/** A meaning has no more characters than this for each letter, and one more. */
const REACH_OF_LETTER = 16;
const REACH = REACH_OF_LETTER * (LONGEST_ACRONYM + 1);
const FENCE = /^[\s>]*(?:```|~~~)/;
/** An empty line, a point of a list, a heading, a quotation, a row of a table: none goes on where the line before ends. */
const OPENING = /^\s*(?:$|[#>|]|[-*+]\s|\d{1,9}[.)]\s)/;

const CAPITALS = '[A-ZÀ-ÞΑ-ΩА-Я][\\w&À-ÿΑ-ωА-я]{0,6}[A-ZÀ-ÞΑ-ΩА-Я]';
const TWO_CAPITALS = new RegExp(CAPITALS);
/** What has, roughly, any of the forms below. Few lines do, and looking at all of them closely would take ten times as long. */
const CLUE = new RegExp(
  [
    `[([][^\\w\\s]{0,4}(?:the |aka |or )?${CAPITALS}`,
    `${CAPITALS}s?(?:\\W{0,5}[([:=–—|]|\\W{0,4}-\\s|\\W{1,4}(?:which|that|stand|is short|short|means|refers))`,
    `\\b(?:or|aka|as|to|called)\\s(?:the )?[^\\w\\s]{0,3}${CAPITALS}`,
    `[|]\\W{0,4}${CAPITALS}`,
  ]
    .map((form) => `(?:${form})`)
    .join('|'),
);
/** A word that begins with a capital, or has one after its first character. */
const CANDIDATE =
  /(?<![\p{L}\p{N}&'’/@#$_.-])(?:\p{Lu}|[\p{N}\p{Ll}](?=\p{Lu}))[\p{L}\p{N}&]{1,8}(?![\p{L}\p{N}&/@_]|-\S)/gu;
/** What no meaning goes beyond. */
const BREAK = /[^\p{L}\p{N}\s,"“”'‘’&+/-]|\s-+\s/u;
/** Between a meaning and its acronym: "ideal customer profile (ICP)", "ideal customer profile, or ICP". */
const AFTER_MEANING =
  /\s*(?:[([]\s*(?:the |aka |or )?|(?:,\s*|\s)(?:or|aka|also known as|also called|abbreviated(?: as| to)?|known as)\s(?:the )?)["“'‘]?$/i;
/** Between an acronym and its meaning: "ICP (ideal customer profile)", "ICP stands for ideal customer profile". */
const BEFORE_MEANING =
  /^["”'’]?(?:\s*[([]\s*|,?\s(?:which |that )?(?:stands? for|is short for|short for|means|refers to|=)\s+)["“'‘]?/i;
/** The same at the beginning of a line or of a cell: "ICP: ideal customer profile". */
const BEFORE_EXPLANATION = /^["”'’]?\s*(?:[:=–—|]|-+(?=\s))\s*["“'‘]?/;
const LEADING_ARTICLE = /^(?:the|an?|your|our)\s/i;

/** The acronyms that a Markdown text explains, each meaning once; code is not read. Takes time in proportion to the text. */
export function definitionsIn(markdown: string): Definition[] {
  const found = new Map<string, Definition>();
  let looked = 0;
  for (const candidate of candidatesIn(withoutCode(markdown.split('\n')))) {
    if (looked++ >= MOST_CANDIDATES || found.size >= MOST_DEFINITIONS) break;
    const definition = definitionOf(candidate);
    if (definition === undefined) continue;
    const key = `${definition.acronym} ${definition.meaning}`.toLowerCase();
    if (!found.has(key)) found.set(key, definition);
  }
  return [...found.values()];
}

function withoutCode(lines: readonly string[]): string[] {
  let isCode = false;
  return lines.map((line) => {
    const isFence = FENCE.test(line);
    if (isFence) isCode = !isCode;
    return isCode || isFence ? '' : line;
  });
}

/** A word that may be an acronym, where it stands in a text. */
interface Candidate {
  readonly word: string;
  readonly text: string;
  readonly index: number;
}

function* candidatesIn(lines: readonly string[]): Generator<Candidate, void> {
  for (const [at, line] of lines.entries()) {
    if (!TWO_CAPITALS.test(line) || !CLUE.test(line)) continue;
    const { text, start, end } = withNeighbours(lines, at);
    for (const { 0: word, index } of text.matchAll(CANDIDATE)) {
      if (index >= start && index < end) yield { word, text, index };
    }
  }
}

/** A line with the end of that before it and the beginning of the next one, if they are one paragraph. */
function withNeighbours(lines: readonly string[], at: number): { text: string; start: number; end: number } {
  const line = lines[at] ?? '';
  const next = lines[at + 1] ?? '';
  const before = OPENING.test(line) ? '' : plainText(lastWords(lines[at - 1] ?? '', REACH));
  const after = OPENING.test(next) ? '' : plainText(firstWords(next, REACH));
  const lead = before === '' ? '' : `${before} `;
  const own = plainText(line);
  return { text: `${lead}${own} ${after}`, start: lead.length, end: lead.length + own.length };
}

/** A line without its marks, tags and the addresses of links. */
function plainText(line: string): string {
  return line
    .replace(/^[\s>]*(?:#{1,6}\s|[-*+]\s|\d{1,9}[.)]\s)?(?:\[[ xX]\]\s)?/, '')
    .replace(/\]\([^()]*\)|<[^<>]*>|[[\]*`~\\]/g, '')
    .replace(/(?<!\w)_+|(?<!_)_+(?!\w)/g, '')
    .replaceAll('&amp;', '&')
    .trim();
}

/** The whole words at the end of a text, no longer than this. */
function lastWords(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const gap = text.indexOf(' ', text.length - longest);
  return gap < 0 ? '' : text.slice(gap);
}

/** The whole words at the beginning of a text. */
function firstWords(text: string, longest: number): string {
  return text.length <= longest ? text : text.slice(0, Math.max(0, text.lastIndexOf(' ', longest)));
}

function definitionOf({ word, text, index }: Candidate): Definition | undefined {
  const acronym = singular(word);
  if (!isAcronym(acronym)) return undefined;
  const reach = REACH_OF_LETTER * (acronym.length + 1);
  const before = lastWords(text.slice(0, index), reach);
  const after = firstWords(text.slice(index + word.length), reach);
  const isAtStart = index <= 1 || /\|\s*["“'‘]?$/.test(before);
  const meaning = meaningBefore(acronym, before) ?? meaningAfter(acronym, after, isAtStart);
  return meaning === undefined || !isMeaning(meaning, acronym) ? undefined : { acronym, meaning };
}

/** "KPI" for "KPIs". */
function singular(word: string): string {
  return word.replace(/(?<=\p{Lu})s$/u, '');
}

function isAcronym(word: string): boolean {
  return word.length <= LONGEST_ACRONYM && (word.match(/\p{Lu}/gu)?.length ?? 0) >= 2;
}

function meaningBefore(acronym: string, before: string): string | undefined {
  const cue = AFTER_MEANING.exec(before);
  if (cue === null) return undefined;
  const clause = before.slice(0, cue.index).split(BREAK).at(-1) ?? '';
  return cut(clause, spelledToEnd(acronym.toLowerCase(), clause));
}

function meaningAfter(acronym: string, after: string, isAtStart: boolean): string | undefined {
  const cue = BEFORE_MEANING.exec(after) ?? (isAtStart ? BEFORE_EXPLANATION.exec(after) : null);
  if (cue === null) return undefined;
  const [clause = ''] = after.slice(cue[0].length).split(BREAK, 1);
  const bare = clause.replace(LEADING_ARTICLE, '');
  const letters = acronym.toLowerCase();
  return cut(clause, spelledFromStart(letters, clause)) ?? cut(bare, spelledFromStart(letters, bare));
}

function cut(text: string, span: Span | undefined): string | undefined {
  return span === undefined ? undefined : text.slice(span.start, span.end).replace(/\s+/g, ' ');
}

/** More than one word, and more than the letters of the acronym written apart. */
function isMeaning(meaning: string, acronym: string): boolean {
  return /[\s-]/.test(meaning) && meaning.replace(/[^\p{L}\p{N}]/gu, '').length > 2 * acronym.length;
}
