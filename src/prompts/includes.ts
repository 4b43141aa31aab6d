import { type Document, textOfSection } from '../library/document.ts';
import { lookUp } from '../library/find.ts';
import { forceOf } from '../library/force.ts';
import type { Reference } from '../library/reference.ts';
import { DEEPEST_INCLUDE } from '../library/references.ts';
import type { Snapshot } from '../library/snapshot.ts';
import { parseTemplate, type Template } from '../library/text/template.ts';
import { Refusal } from '../refusal.ts';
import { renderTemplate, type Scope } from './render.ts';

/** Parts that include parts many times over would take for ever; this many characters of them are read for one prompt. */
const MOST_READ = 2_000_000;

/** A text of the library that a reference names. */
interface Passage {
  readonly key: string;
  readonly document: Document;
  readonly text: string;
}

/** Without the blank lines around it, so that it sits well where it is put in. */
export function withoutBlankEdges(text: string): string {
  return text.trimEnd().replace(/^(?:[^\S\r\n]*(?:\r\n?|\n))+/, '');
}

function isTemplate(document: Document): boolean {
  return /^prompts\//i.test(document.id);
}

/** The passage that an include names, or a note that says why there is none. */
function passageOf(snapshot: Snapshot, reference: Reference): Passage | string {
  const { path, anchor } = reference;
  const found = lookUp(snapshot, path, anchor);
  if (found.type === 'no document') {
    const [near] = found.near;
    const advice = near === undefined ? '' : ` Did its editor mean "${near}"?`;
    return `There is no document "${path}" to put in, so it was left out.${advice}`;
  }
  const { document } = found;
  if (document.isInInbox) return `"${path}" still waits in the inbox, so it was not put in.`;
  if (found.type === 'no section') return `"${document.id}" has no section "${anchor}" to put in, so it was left out.`;
  const { section } = found;
  if (section === undefined) return { key: document.id, document, text: document.body };
  return { key: `${document.id}#${section.anchor}`, document, text: textOfSection(document, section) };
}

/**
 * What the includes of one prompt put in. Parts of prompts are rendered with the same values; all other documents are
 * put in as they stand. What cannot be put in is noted and left out; what is not in force is noted. `today` is an ISO date.
 */
export function scopeOf(
  snapshot: Snapshot,
  prompt: Document,
  filled: { values: ReadonlyMap<string, string>; notes: string[]; today: string },
): Scope {
  const chain = [prompt.id];
  const templates = new Map<string, Template>();
  let read = 0;

  const charge = (text: string): void => {
    read += text.length;
    if (read > MOST_READ)
      throw new Refusal(`The prompt "${prompt.title}" puts in more text than can be read for one prompt.`);
  };
  const templateOf = (passage: Passage): Template => {
    const known = templates.get(passage.key);
    if (known !== undefined) return known;
    const { template } = parseTemplate(passage.text, { path: passage.document.id, line: 1 });
    templates.set(passage.key, template);
    return template;
  };
  const obstacle = (passage: Passage): string | undefined => {
    if (chain.includes(passage.key)) return `"${passage.key}" includes itself in a circle, so it was not put in again.`;
    if (chain.length <= DEEPEST_INCLUDE) return undefined;
    return `"${passage.key}" lies more than ${DEEPEST_INCLUDE} includes deep, so it was left out.`;
  };
  const include = (reference: Reference): string => {
    const passage = passageOf(snapshot, reference);
    const problem = typeof passage === 'string' ? passage : obstacle(passage);
    if (problem !== undefined || typeof passage === 'string') {
      filled.notes.push(problem ?? '');
      return '';
    }
    charge(passage.text);
    const { note } = forceOf(snapshot, passage.document, filled.today);
    if (note !== undefined) filled.notes.push(`"${passage.key}" was put in. ${note}`);
    if (!isTemplate(passage.document)) return withoutBlankEdges(passage.text);
    chain.push(passage.key);
    const text = renderTemplate(templateOf(passage), scope);
    chain.pop();
    return withoutBlankEdges(text);
  };
  const scope: Scope = { values: filled.values, include };
  return scope;
}
