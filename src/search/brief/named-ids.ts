import type { Block } from './blocks.ts';
import type { Ranked } from './candidate.ts';
import { PARTS, type Part } from './part.ts';

/** Letters and a number, as teams call their proof points, rules and figures: PP2, R-14. */
const ID = /(?<![\p{L}\p{N}-])\p{Lu}{1,5}-?\d{1,4}(?![\p{L}\p{N}-])/gu;
const MOST_IDS = 3;

/**
 * Puts first what defines the ids that are named for the reader, in the reader's persona or in a line that begins with the
 * reader's name: "PP2" helps nobody without it.
 */
export function withDefinitions(
  ranked: ReadonlyMap<Part, readonly Ranked[]>,
  isReader: (text: string) => boolean,
): ReadonlyMap<Part, readonly Ranked[]> {
  const all = PARTS.flatMap((part) => ranked.get(part) ?? []);
  const ofReader = all.flatMap(({ unit, part }) =>
    unit.blocks.filter((block) => part === 'reader' || isReader(nameOf(block))),
  );
  const named = ofReader.flatMap(({ lines }) => lines.join(' ').match(ID) ?? []);
  const wanted = [...new Set(named)].filter((id) => all.some((one) => definedAt(one, id) !== undefined));
  const chosen = wanted.slice(0, MOST_IDS);
  return new Map([...ranked].map(([part, some]) => [part, some.map((one) => withFirst(one, chosen))]));
}

function withFirst(ranked: Ranked, ids: readonly string[]): Ranked {
  const places = ids.map((id) => definedAt(ranked, id)).filter((at) => at !== undefined);
  return places.length === 0 ? ranked : { ...ranked, first: new Set([...(ranked.first ?? []), ...places]) };
}

/** The place of the block that says what an id is: below a heading, in a row or in a line that begins with it. */
function definedAt({ unit }: Ranked, id: string): number | undefined {
  if (beginsWith(unit.headings.at(-1) ?? '', id)) return 0;
  const at = unit.blocks.findIndex((block) => beginsWith(nameOf(block), id));
  return at < 0 ? undefined : at;
}

function beginsWith(name: string, id: string): boolean {
  return name.startsWith(id) && !/^[\p{L}\p{N}-]/u.test(name.slice(id.length));
}

/** The first cell of a row, or what stands in bold at the beginning of a line. */
function nameOf({ kind, lines: [line = ''] }: Block): string {
  const name =
    kind === 'row' ? line.split('|')[1] : /^\s*(?:(?:[-*+]|\d+[.)])\s+)?(?:\*\*|__)(.+?)(?:\*\*|__)/.exec(line)?.[1];
  return (name ?? '').replace(/[*_`[\]]+/g, '').trim();
}
