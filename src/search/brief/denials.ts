import { sentencesOf } from '../excerpt/sentences.ts';
import { readPhrases } from './phrases.ts';

const END =
  '(?=\\s*(?:$|[.,;:!)\\]"”–—/])|\\s(?:yet|by|for (?:publication|release|use|external|public)|externally|publicly|in public|outside|anywhere|until|at all|and|or|an?(?:y)? (?:release|form|consent)|(?:the|its|their) (?:release|form|consent))\\b)';

/** What says of a thing that it is not for use, wherever it stands in a sentence about that thing. */
const NOT_RELEASED = new RegExp(
  `\\b(?:not|never)(?: (?:yet|been|even))* (?:released|signed|approved|cleared|published)${END}` +
    `|\\b(?:not|never)(?: to)? be (?:released|published|named|quoted|mentioned|shared|used|shown|cited)${END}`,
  'iu',
);

const CLAUSE = '(?:^|[.,;:!?(–—"“])\\s*';
/** What says so at the beginning of a sentence or a part of one; elsewhere the same words may speak of something else. */
const NOT_FOR_USE = new RegExp(
  `${CLAUSE}(?:do not|don['’]t|never) (?:publish|name|quote|mention|share|use|show|cite|release)(?: (?:it|this|them|these|him|her|us))?${END}` +
    `|${CLAUSE}(?:is |strictly |for )*(?:internal(?:ly)? (?:only|use)|confidential|under (?:embargo|nda)|embargoed|unreleased|unapproved|off the record)\\b` +
    `|${CLAUSE}not (?:public|for (?:publication|(?:external|public) (?:use|release)))\\b` +
    `|\\b(?:is|are|stays?|remains?) (?:internal|confidential|embargoed)${END}` +
    `|\\b(?:release|consent|approval)(?: (?:was|has|has been|is))? (?:withdrawn|revoked|expired)${END}` +
    `|${CLAUSE}(?:nicht freigegeben|nicht veröffentlichen|nur intern|vertraulich|ne pas publier|non publié|usage interne|no publicar|uso interno|niet publiceren)(?![\\p{L}])`,
  'iu',
);

/** What makes a sentence a rule for many things: it says nothing of the one that it stands with. */
const OF_MANY =
  /\b(?:any|anything|anyone|no|nothing|nobody|without|which|that|if|unless|whatever|all|every|each|what|who|whoever|those|when|others)\b/iu;

/** What a sentence speaks of that speaks of the text in which it stands. */
const ITSELF =
  /^(?:this|these|it|they|status|release|(?:the|our) (?:story|stories|quotes?|customer|case|case study|study|figures?|numbers?|text|company|client|page|document))\b/iu;

interface Denial {
  readonly sentence: string;
  /** What stands before the words that say so. */
  readonly before: string;
}

function denialsIn(text: string): Denial[] {
  return sentencesOf(plain(text)).flatMap((sentence) => {
    const match = NOT_RELEASED.exec(sentence) ?? NOT_FOR_USE.exec(sentence);
    const before = sentence.slice(0, match?.index ?? 0).trim();
    return match === null || OF_MANY.test(before) ? [] : [{ sentence, before }];
  });
}

/** As it is read: without marks of emphasis, the cells of a row parted by colons. */
function plain(text: string): string {
  const cells = text.replace(/[*_`]+/g, '').split('|');
  return cells
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '')
    .join(': ')
    .replace(/^[-+>]\s+/, '');
}

/** The sentence by which a text says of a thing in it that it must not be used; undefined when none does. */
export function denialIn(text: string): string | undefined {
  return denialsIn(text)[0]?.sentence;
}

/** The sentence by which some texts that stand together say of all of them that they must not be used. */
export function denialOfAll(texts: readonly string[]): string | undefined {
  const isOne = texts.length === 1;
  const denials = texts.flatMap((text) => {
    const [first = ''] = sentencesOf(plain(text));
    return denialsIn(text).filter(({ sentence }) => isOne || sentence === first);
  });
  return denials.find(({ before }) => before === '' || ITSELF.test(before))?.sentence;
}

/** What leaves a way open. */
const LIMITED = /\b(?:unless|without|except|only|before|until|more than|in (?:ads|headlines|subject lines))\b/iu;
const ORDER =
  /\b(?:do not|don['’]t|never|must not|may not) (?:name|mention|quote|cite|publish|show|share|use|refer to|hint at)\b/iu;

/** A name that a rule forbids, and the sentence that does. */
interface Forbidden {
  readonly name: string;
  readonly why: string;
}

/** Finds which of some names a rule forbids altogether: "Never mention X", "X has not signed". */
export function forbiddenAmong(names: readonly string[]): (rule: string) => readonly Forbidden[] {
  const phrases = readPhrases(names.map((name) => [name, name] as const));
  return (rule) => {
    if (phrases.in(rule).length === 0) return [];
    const sentences = sentencesOf(plain(rule));
    return sentences.flatMap((why, at) => {
      const next = sentences[at + 1] ?? '';
      const isDenied = denialIn(why) !== undefined || (ITSELF.test(next) && denialIn(next) !== undefined);
      const isOrdered = ORDER.test(why) && !LIMITED.test(why);
      const found = phrases.in(why).filter(({ at: word }) => isOrdered || (isDenied && word <= 1));
      return found.map(({ value }) => ({ name: value, why }));
    });
  };
}
