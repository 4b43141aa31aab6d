import type { Document, Section } from '../../library/document.ts';
import { type Block, blocksIn } from './blocks.ts';

/** What a brief takes or leaves: the text between one heading and the next. Two of them never overlap. */
export interface Unit {
  readonly document: Document;
  /** The document's id, with `#anchor` for a section; unique among the units of a document. */
  readonly id: string;
  /** The headings above it and its own, without the document's title; empty for the text below the title. */
  readonly headings: readonly string[];
  /** Its place in the document, from 0. */
  readonly order: number;
  /** Where its section begins in the document's body. */
  readonly start: number;
  readonly blocks: readonly Block[];
}

const MOST_UNITS = 300;
const LONGEST_BODY = 300_000;

/** A document never changes, so neither do its units; what nobody holds any longer is forgotten. */
const known = new WeakMap<Document, readonly Unit[]>();

/** The units of a document that have a text, in their order. */
export function unitsOf(document: Document): readonly Unit[] {
  const before = known.get(document);
  if (before !== undefined) return before;
  const units = readUnits(document);
  known.set(document, units);
  return units;
}

function readUnits(document: Document): Unit[] {
  const units: Unit[] = [];
  const title = titleOf(document);
  for (const [order, section] of document.sections.slice(0, MOST_UNITS).entries()) {
    if (section.start > LONGEST_BODY) break;
    const text = document.body.slice(section.start, Math.min(section.end, section.start + LONGEST_BODY));
    const blocks = blocksIn(section.level === 0 ? text : withoutHeading(text)).filter((block) => !isUnfilled(block));
    if (blocks.length === 0) continue;
    const headings = [...section.trail, section.heading].filter((heading) => heading !== '' && heading !== title);
    const isFirst = section.anchor === '' || (section.heading === title && order === 0);
    units.push({
      document,
      id: isFirst ? document.id : `${document.id}#${section.anchor}`,
      headings,
      order,
      start: section.start,
      blocks,
    });
  }
  return units;
}

/** The heading that is the document's title: its only one of the highest level, when it comes first. */
function titleOf({ sections }: Document): string | undefined {
  const first = sections.find(({ level }: Section) => level > 0);
  if (first === undefined) return undefined;
  const isAlone = sections.filter(({ level }) => level > 0 && level <= first.level).length === 1;
  return isAlone ? first.heading : undefined;
}

const PLACE_TO_FILL_IN = /\[[^[\]]{2,}\]/g;

/** Whether a block mostly consists of places that nobody has filled in: "[Word 1] instead of [alternative]". */
function isUnfilled({ kind, lines }: Block): boolean {
  if (kind === 'code') return false;
  const text = lines.join(' ');
  const places = text.match(PLACE_TO_FILL_IN) ?? [];
  return places.join('').length > text.length / 2;
}

function withoutHeading(text: string): string {
  const [first = '', second = '', ...rest] = text.split('\n');
  const isUnderlined = !/^\s*(?:#|<)/.test(first) && /^\s*(?:=+|-+)\s*$/.test(second);
  return isUnderlined ? rest.join('\n') : [second, ...rest].join('\n');
}

/** All words of a unit, block by block. */
export function textOfBlock({ lines, head }: Block): string {
  return [...(head ?? []), ...lines].join('\n');
}
