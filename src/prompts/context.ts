import { type Document, type Section, textOfSection } from '../library/document.ts';
import { findSection, lookUp } from '../library/find.ts';
import { forceOf, textUnderNote } from '../library/force.ts';
import type { Reference } from '../library/reference.ts';
import type { Snapshot } from '../library/snapshot.ts';

/** How much text comes along with a prompt, in characters. */
export const CONTEXT_BUDGET = 60_000;

/** A document, or one section of it, that comes along with a prompt. */
export interface ContextPassage {
  readonly document: Document;
  /** The section's anchor; empty when it is the whole document. */
  readonly anchor: string;
  /** The file as it stands, or the section with everything below it; one that is not in force says first that it is not. */
  readonly text: string;
}

/** What comes along, and what is to say about what does not. */
export interface Context {
  readonly passages: readonly ContextPassage[];
  readonly notes: readonly string[];
  /** The ids of what does not come along because there is no room. */
  readonly leftOut: readonly string[];
}

interface Wanted {
  readonly document: Document;
  readonly section: Section | undefined;
}

function idOf({ document, section }: Wanted): string {
  return section === undefined ? document.id : `${document.id}#${section.anchor}`;
}

function nameOf({ document, section }: Wanted): string {
  return section === undefined ? document.title : `${document.title} (${section.heading})`;
}

/** What a reference asks for, or a note that says why it cannot be had. */
function resolve(snapshot: Snapshot, { path, anchor }: Reference): Wanted | string {
  const found = lookUp(snapshot, path, anchor);
  if (found.type === 'no document') {
    const [near] = found.near;
    const advice = near === undefined ? '' : ` Did its editor mean "${near}"?`;
    return `The document "${path}" should come along, but the library does not have it.${advice}`;
  }
  const { document } = found;
  if (document.isInInbox) return `"${path}" still waits in the inbox, so it does not come along.`;
  if (found.type === 'found') return { document, section: found.section };
  return `"${document.id}" has no section "${anchor}", so it does not come along.`;
}

/** Whether `one` has all that `other` has. */
function covers(one: Wanted, other: Wanted): boolean {
  if (one.document !== other.document) return false;
  if (one.section === undefined || other.section === undefined) return one.section === undefined;
  return one.section.start <= other.section.start && other.section.outerEnd <= one.section.outerEnd;
}

/** Each passage once, in its first place, and none that another one has in it. */
function withoutRepeats(wanted: readonly Wanted[]): Wanted[] {
  return wanted.filter((one, index) =>
    wanted.every((other, place) => other === one || !covers(other, one) || (covers(one, other) && index < place)),
  );
}

/** The documents that a prompt names, then those that were chosen, under the budget. `today` is an ISO date. */
export function contextOf(
  snapshot: Snapshot,
  prompt: Document,
  { chosen, today }: { readonly chosen: readonly Document[]; readonly today: string },
): Context {
  const notes: string[] = [];
  const wanted: Wanted[] = [];
  for (const reference of prompt.prompt?.context ?? []) {
    const found = resolve(snapshot, reference);
    if (typeof found === 'string') notes.push(found);
    else if (found.document !== prompt) wanted.push(found);
  }
  wanted.push(...chosen.map((document) => ({ document, section: undefined })));

  const passages: ContextPassage[] = [];
  const leftOut: string[] = [];
  let left = CONTEXT_BUDGET;
  for (const one of withoutRepeats(wanted)) {
    const plain = one.section === undefined ? one.document.text : textOfSection(one.document, one.section);
    if (plain.trim() === '') continue;
    const force = forceOf(snapshot, one.document, today);
    const text = textUnderNote(plain, force);
    if (text.length > left) {
      notes.push(
        `"${nameOf(one)}" was left out: its ${text.length} characters are more than the ${left} that are left of ` +
          `${CONTEXT_BUDGET}.`,
      );
      leftOut.push(idOf(one));
      continue;
    }
    left -= text.length;
    if (!force.isInForce) notes.push(`"${nameOf(one)}" comes along. ${force.note}`);
    passages.push({ document: one.document, anchor: one.section?.anchor ?? '', text });
  }
  return { passages, notes, leftOut };
}

/** How a passage is named to a reader. */
export function nameOfPassage({ document, anchor }: ContextPassage): string {
  const heading = anchor === '' ? undefined : findSection(document, anchor)?.heading;
  return heading === undefined ? document.title : `${document.title} (${heading})`;
}
