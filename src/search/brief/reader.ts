import type { Document } from '../../library/document.ts';
import { nearest } from '../../library/nearest.ts';
import { stemOf } from '../../library/path.ts';
import { oneLine } from '../../library/text/one-line.ts';
import { wordsOf } from '../words/words.ts';
import { partsOfDocument, SURE } from './names.ts';
import { readPhrases } from './phrases.ts';
import { type Unit, unitsOf } from './unit.ts';
import { withoutUnseen } from './unseen.ts';

/** A persona that can be chosen: a document, or one part of a document that describes several. */
export interface Persona {
  /** The document's title, or the heading of the part. */
  readonly name: string;
  /** What it is called in a sentence: the title up to its first comma or colon. */
  readonly called: string;
  readonly document: Document;
  /** The units that describe it. */
  readonly units: readonly Unit[];
  /** Other words for it. */
  readonly spellings: readonly string[];
}

/** Whom a text is for, as far as it can be told. */
export interface Audience {
  readonly personas: readonly Persona[];
  /** What to say to whoever asked; absent when all is clear. */
  readonly notice?: string;
}

const MOST_CHOICES = 8;
const MOST_READERS = 2;
/** Fewer letters of a name are too often the beginning of something else. */
const SHORTEST_BEGINNING = 3;
/** One letter makes another word of a shorter one: a CEO is no CFO. */
const SHORTEST_MISSPELT = 5;

/** The personas of a library; where no document is one, the parts of documents that describe several. */
export function personasOf(documents: readonly Document[]): Persona[] {
  const whole = documents.filter(({ kind }) => kind === 'persona').map(personaIn);
  if (whole.length > 0) return whole;
  const about = documents.filter(
    (document) => document.kind === 'reference' && (partsOfDocument(document).get('reader') ?? 0) >= SURE,
  );
  return about.flatMap(partsIn);
}

function personaIn(document: Document): Persona {
  const { title, id, aliases, fields } = document;
  const role = Object.hasOwn(fields, 'role') && typeof fields['role'] === 'string' ? [fields['role']] : [];
  const called = calledIn(title);
  const spellings = [title, called, stemOf(id), id, ...aliases, ...role];
  return { name: title, called, document, units: unitsOf(document), spellings };
}

/** "Maggie" of "Maggie, owner-baker"; "Solo Sam" of "Persona 1: Solo Sam". */
function calledIn(title: string): string {
  const name = title.replace(/^\W*personas?\b[\s\d]*[:.–—-]\s*/i, '');
  return name.split(/[,:–—(|]| - /)[0]?.trim() || title;
}

/** Parts that describe a persona each: they have the same headings below them. */
const SAME_HEADINGS = 2;

function partsIn(document: Document): Persona[] {
  const parts = new Map<string, Unit[]>();
  for (const unit of unitsOf(document)) {
    const [first] = unit.headings;
    if (first !== undefined) parts.set(first, [...(parts.get(first) ?? []), unit]);
  }
  const below = new Map(
    [...parts].map(([name, units]) => [name, new Set(units.flatMap(({ headings }) => headings.slice(1)))]),
  );
  const isLike = (one: string, other: string): boolean =>
    one !== other &&
    [...(below.get(one) ?? [])].filter((heading) => below.get(other)?.has(heading)).length >= SAME_HEADINGS;
  return [...parts]
    .filter(([name]) => [...parts.keys()].some((other) => isLike(name, other)))
    .map(([name, units]) => ({ name, called: calledIn(name), document, units, spellings: [name, calledIn(name)] }));
}

/** The personas that were named, else those that the task speaks of. */
export function readAudience(personas: readonly Persona[], named: string | undefined, task: string): Audience {
  if (named !== undefined) return readNamed(personas, named);
  const meant = spokenOf(personas, task);
  if (meant.length > 0 || personas.length === 0) return { personas: meant };
  return { personas: [], notice: `No reader was named. ${choicesIn(personas)}` };
}

function readNamed(personas: readonly Persona[], named: string): Audience {
  if (personas.length === 0) return { personas: [] };
  const shown = quoted(named);
  const same = personas.filter(({ spellings }) => spellings.some((spelling) => folded(spelling) === folded(named)));
  if (same.length > 0) return oneOf(same, shown);
  const begun = personas.filter(({ spellings }) => spellings.some((spelling) => begins(spelling, named)));
  if (begun.length > 0) return oneOf(begun, shown);
  const said = spokenOf(personas, named);
  if (said.length > 0) return oneOf(said, shown);
  const near = nearTo(personas, named);
  const [only] = near;
  if (only === undefined || near.length > 1) {
    return {
      personas: [],
      notice: `The library has no persona ${shown}. ${choicesIn(near.length > 1 ? near : personas)}`,
    };
  }
  return { personas: [only], notice: `There is no persona ${shown}; it was taken for ${quoted(only.name)}.` };
}

function oneOf(found: readonly Persona[], shown: string): Audience {
  if (found.length === 1) return { personas: found };
  return { personas: [], notice: `${shown} may be one of several personas. ${choicesIn(found)}` };
}

function nearTo(personas: readonly Persona[], named: string): Persona[] {
  if (folded(named).length < SHORTEST_MISSPELT) return [];
  return personas.filter(({ spellings }) => nearest(named, spellings, 1).length > 0);
}

/** Those whose names stand in a text; a longer name counts before a shorter one that is part of it. */
function spokenOf(personas: readonly Persona[], text: string): Persona[] {
  const names = personas.flatMap((persona) =>
    persona.spellings.flatMap((spelling) => formsOf(spelling).map((form): [string, Persona] => [form, persona])),
  );
  const taken = new Set<number>();
  const found: { persona: Persona; at: number }[] = [];
  for (const { value, at, length } of readPhrases(names)
    .in(text)
    .sort((a, b) => b.length - a.length || a.at - b.at)) {
    const places = Array.from({ length }, (_, offset) => at + offset);
    if (places.some((place) => taken.has(place))) continue;
    for (const place of places) taken.add(place);
    if (!found.some(({ persona }) => persona === value)) found.push({ persona: value, at });
  }
  return found
    .sort((a, b) => a.at - b.at)
    .slice(0, MOST_READERS)
    .map(({ persona }) => persona);
}

/** A name, and the same in the plural: "shop owner", "shop owners", "head of production", "heads of production". */
function formsOf(name: string): string[] {
  const words = wordsOf(name);
  const [first = '', ...rest] = words;
  if (words.length === 0 || (words.length === 1 && first.length < SHORTEST_BEGINNING)) return [];
  return [words.join(' '), `${words.join(' ')}s`, [`${first}s`, ...rest].join(' ')];
}

function begins(spelling: string, named: string): boolean {
  const beginning = folded(named);
  return beginning.length >= SHORTEST_BEGINNING && folded(spelling).startsWith(beginning);
}

function folded(name: string): string {
  return wordsOf(name).join('');
}

function choicesIn(personas: readonly Persona[]): string {
  const shown = personas.slice(0, MOST_CHOICES).map(({ name }) => quoted(name));
  const more = personas.length > shown.length ? ` and ${personas.length - shown.length} more` : '';
  return `The personas to choose from are: ${shown.join(', ')}${more}.`;
}

function quoted(name: string): string {
  return `"${oneLine(withoutUnseen(name), 80)}"`;
}
