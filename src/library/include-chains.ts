import type { Document } from './document.ts';
import { type Shelf, targetOf } from './find.ts';

/** Where the includes of a library lead. */
export interface IncludeChains {
  /** Whether one document includes another that leads back to it. */
  isCircle(from: Document, to: Document): boolean;
  /** How many includes follow one after the other below a document, at most; those of a circle count for nothing. */
  depthBelow(document: Document): number;
}

/** Documents that all lead to each other; nearly always a single one. */
type Ring = ReadonlySet<Document>;

function includedBy(shelf: Shelf, document: Document): Document[] {
  return document.includes.flatMap((reference) => targetOf(shelf, reference) ?? []);
}

/** Follows all includes once: in time linear in their number, and however long their chains are. */
export function followIncludes(shelf: Shelf): IncludeChains {
  const ringOf = new Map<Document, Ring>();
  const depths = new Map<Ring, number>();
  const depthBelow = (document: Document): number => {
    const ring = ringOf.get(document);
    return (ring && depths.get(ring)) ?? 0;
  };
  for (const ring of ringsOf(shelf)) {
    for (const document of ring) ringOf.set(document, ring);
    let deepest = 0;
    for (const document of ring)
      for (const target of includedBy(shelf, document))
        if (!ring.has(target)) deepest = Math.max(deepest, 1 + depthBelow(target));
    depths.set(ring, deepest);
  }
  return { isCircle: (from, to) => ringOf.get(from)?.has(to) === true, depthBelow };
}

/** A document on the way from the one that the search began with. */
interface Step {
  readonly document: Document;
  readonly rest: Iterator<Document, undefined>;
  readonly number: number;
  /** The smallest number among the documents that it leads to and that are not yet in a ring. */
  low: number;
}

/**
 * The documents that include something or are included, each in its ring; a ring comes after all that it leads to.
 * Strongly connected components as by Tarjan (1972), without recursion.
 */
function* ringsOf(shelf: Shelf): Iterable<Ring> {
  const numbers = new Map<Document, number>();
  const open: Document[] = [];
  const isOpen = new Set<Document>();
  const enter = (document: Document): Step => {
    const number = numbers.size;
    numbers.set(document, number);
    open.push(document);
    isOpen.add(document);
    return { document, rest: includedBy(shelf, document).values(), number, low: number };
  };
  const close = (last: Document): Ring => {
    const ring = new Set(open.splice(open.lastIndexOf(last)));
    for (const document of ring) isOpen.delete(document);
    return ring;
  };

  for (const start of shelf.documents.values()) {
    if (start.includes.length === 0 || numbers.has(start)) continue;
    const way = [enter(start)];
    for (let step = way.at(-1); step !== undefined; step = way.at(-1)) {
      const next = step.rest.next();
      if (next.done !== true) {
        const number = numbers.get(next.value);
        if (number === undefined) way.push(enter(next.value));
        else if (isOpen.has(next.value)) step.low = Math.min(step.low, number);
        continue;
      }
      way.pop();
      const before = way.at(-1);
      if (before !== undefined) before.low = Math.min(before.low, step.low);
      if (step.low === step.number) yield close(step.document);
    }
  }
}
