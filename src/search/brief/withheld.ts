import type { Block } from './blocks.ts';
import type { Candidate } from './candidate.ts';
import { denialIn, denialOfAll, forbiddenAmong } from './denials.ts';
import { partsOfName } from './names.ts';
import { type Unit, unitsOf } from './unit.ts';

/** What would be proof if it were allowed to be. */
export interface Withheld {
  /** The id of the section that has it, or of a document that is withheld as a whole. */
  readonly id: string;
  readonly name: string;
  /** In the words of the library, or what is wrong with the document. */
  readonly why: string;
}

/** What a part may take of candidates, and what it may not. */
interface Offer {
  readonly offered: readonly Candidate[];
  readonly withheld: readonly Withheld[];
  /** The units of which something is withheld, as they are in their documents. */
  readonly units: readonly Unit[];
}

/** Leaves out what is not in force, what says of itself that it must not be used, and what the rules forbid by its name. */
export function offer(candidates: readonly Candidate[], rules: readonly Unit[]): Offer {
  const forbids = readForbidden(candidates, rules);
  const judged = candidates.map((candidate) => ({ candidate, ...judge(candidate, forbids) }));
  const withheld = judged.flatMap((one) => one.withheld);
  return {
    offered: judged.flatMap(({ candidate, blocks }) => {
      if (blocks.length === candidate.unit.blocks.length) return [candidate];
      return blocks.length === 0 ? [] : [{ ...candidate, unit: { ...candidate.unit, blocks } }];
    }),
    withheld: [...new Map(withheld.map((one) => [`${one.id}\n${one.name}`, one])).values()],
    units: judged.filter((one) => one.withheld.length > 0).map(({ candidate }) => candidate.unit),
  };
}

type Forbids = (name: string) => string | undefined;

function judge(
  { unit, mark }: Candidate,
  forbids: Forbids,
): { withheld: readonly Withheld[]; blocks: readonly Block[] } {
  const { document, headings } = unit;
  const own = nameIn(headings.at(-1) ?? document.title);
  const whole = mark === undefined ? wholeDenying(unit) : { of: document, why: mark };
  if (whole !== undefined) {
    const { id, title } = whole.of;
    return { withheld: [{ id, name: title, why: whole.why }], blocks: [] };
  }
  const why = own === undefined ? undefined : forbids(own);
  if (why !== undefined) return { withheld: [{ id: unit.id, name: own ?? '', why }], blocks: [] };
  const reasons = unit.blocks.map((block) => reasonAgainst(block, forbids));
  return {
    withheld: unit.blocks.flatMap((block, at) => {
      const reason = reasons[at];
      return reason === undefined ? [] : [{ id: unit.id, name: nameOfBlock(block) ?? '', why: reason }];
    }),
    blocks: unit.blocks.filter((_, at) => reasons[at] === undefined),
  };
}

function reasonAgainst(block: Block, forbids: Forbids): string | undefined {
  if (block.kind === 'code') return undefined;
  const name = nameOfBlock(block);
  return denialIn(block.lines.join(' ')) ?? (name === undefined ? undefined : forbids(name));
}

/** Headings below which stands whether what is above them may be used. */
const STANDING = /^(?:status|state|releases?|released|permissions?|approval|clearance|usage|consent|freigabe)$/iu;

interface Whole {
  readonly of: { readonly id: string; readonly title: string };
  readonly why: string;
}

/** The section or the document that has a unit and says of all of itself that it must not be used. */
function wholeDenying({ document, headings }: Unit): Whole | undefined {
  const ofNames = [document.title, document.description].map(denialIn).find((why) => why !== undefined);
  if (ofNames !== undefined) return { of: document, why: ofNames };
  for (const unit of unitsOf(document)) {
    const isOfStanding = STANDING.test(unit.headings.at(-1) ?? '');
    const above = isOfStanding ? unit.headings.slice(0, -1) : unit.headings;
    if (!above.every((heading, at) => headings[at] === heading)) continue;
    const why = denialOfUnit(unit);
    if (why === undefined) continue;
    return { of: above.length === 0 ? document : { id: unit.id, title: above.at(-1) ?? '' }, why };
  }
  return undefined;
}

/** The units of a document are read once, and each is asked for those below it. */
const known = new WeakMap<Unit, { readonly why: string | undefined }>();

function denialOfUnit(unit: Unit): string | undefined {
  const before = known.get(unit);
  if (before !== undefined) return before.why;
  const why = readDenial(unit);
  known.set(unit, { why });
  return why;
}

function readDenial({ headings, blocks }: Unit): string | undefined {
  const texts = blocks.filter(({ kind }) => kind !== 'code').map(({ lines }) => lines.join(' '));
  return denialIn(headings.at(-1) ?? '') ?? denialOfAll(texts);
}

function readForbidden(candidates: readonly Candidate[], rules: readonly Unit[]): Forbids {
  const names = candidates.flatMap(({ unit }) => [
    nameIn(unit.headings.at(-1) ?? unit.document.title),
    ...unit.blocks.map(nameOfBlock),
  ]);
  const among = forbiddenAmong([...new Set(names.filter((name) => name !== undefined))]);
  const forbidden = new Map<string, string>();
  for (const { name, why } of rules.flatMap(({ blocks }) => blocks.flatMap(({ lines }) => among(lines.join(' '))))) {
    if (!forbidden.has(name)) forbidden.set(name, why);
  }
  return (name) => forbidden.get(name);
}

/** What a point, a row or a paragraph is about: what stands in bold at its beginning, or in the first cell. */
function nameOfBlock({ kind, lines: [line = ''] }: Block): string | undefined {
  const lead =
    kind === 'row' ? line.split('|')[1] : /^\s*(?:(?:[-*+]|\d+[.)])\s+)?(?:\*\*|__)(.+?)(?:\*\*|__)/.exec(line)?.[1];
  return lead === undefined ? undefined : nameIn(lead);
}

const SHORTEST_NAME = 2;

/** A name of somebody or something, up to the first comma or colon; undefined for words that any library has. */
function nameIn(text: string): string | undefined {
  const name =
    text
      .replace(/[*_`]+/g, '')
      .split(/[,:;.(–—|]| - /)[0]
      ?.trim() ?? '';
  const isTelling = name.length >= SHORTEST_NAME && /[\p{Lu}\p{Lo}\d]/u.test(name);
  return isTelling && partsOfName(name).size === 0 ? name : undefined;
}
