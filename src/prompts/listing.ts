import { today } from '../library/day.ts';
import type { Argument, Document } from '../library/document.ts';
import { forceOf, titleWithMark } from '../library/force.ts';
import { nearest } from '../library/nearest.ts';
import type { Snapshot } from '../library/snapshot.ts';
import { Refusal } from '../refusal.ts';
import { builtInOf, builtInsOf } from './built-ins.ts';
import { describeArgument, inSentence } from './choices.ts';
import { fold } from './fold.ts';

const MOST_NAMED = 20;

const isRequired = (argument: Argument): boolean => argument.required && argument.default === undefined;

/** The description, and for clients that do not let a field be left empty, what to type instead of nothing. */
function described(snapshot: Snapshot, argument: Argument): string {
  const description = describeArgument(snapshot, argument);
  if (isRequired(argument) || argument.default !== undefined) return description;
  return `${inSentence(description)} Optional: type - to leave it out.`.trimStart();
}

export interface ListedArgument {
  readonly name: string;
  /** Carries the choices and the default too, for clients that ask for nothing else. */
  readonly description: string;
  readonly required: boolean;
}

/** A prompt as a list shows it. */
export interface ListedPrompt {
  /** The name on the wire. */
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly arguments: readonly ListedArgument[];
}

/** A prompt's title on a day; one that is not in force says so, and one that comes with this program says that it does. */
export function titleOfPrompt(snapshot: Snapshot, document: Document, day: string): string {
  if (builtInOf(document) !== undefined) return `${document.title} (built in)`;
  return titleWithMark(document, forceOf(snapshot, document, day));
}

/** A snapshot never changes, so neither does its list before the day does. */
const listings = new WeakMap<Snapshot, { readonly day: string; readonly listed: readonly ListedPrompt[] }>();

/** All prompts that can be run, by name: those that come with this program, then the team's. */
function promptsOf(snapshot: Snapshot): [string, Document][] {
  return [...builtInsOf(snapshot), ...snapshot.prompts];
}

/** The team's prompts that people choose from, names ascending: all but deprecated ones. */
export function listPrompts(snapshot: Snapshot, day = today()): readonly ListedPrompt[] {
  const known = listings.get(snapshot);
  if (known?.day === day) return known.listed;
  const listed = [...snapshot.prompts]
    .filter(([, { isInInbox, status }]) => !isInInbox && status !== 'deprecated')
    .map(([name, document]) => listedAs(snapshot, name, { document, day }));
  listings.set(snapshot, { day, listed });
  return listed;
}

/** The prompts that come with this program and whose names the team has not taken for its own. */
export function listBuiltIns(snapshot: Snapshot): readonly ListedPrompt[] {
  const day = today();
  return [...builtInsOf(snapshot)].map(([name, document]) => listedAs(snapshot, name, { document, day }));
}

function listedAs(
  snapshot: Snapshot,
  name: string,
  { document, day }: { readonly document: Document; readonly day: string },
): ListedPrompt {
  const declared = document.prompt?.arguments ?? [];
  return {
    name,
    title: titleOfPrompt(snapshot, document, day),
    description: document.description,
    arguments: declared.map((argument) => ({
      name: argument.name,
      description: described(snapshot, argument),
      required: isRequired(argument),
    })),
  };
}

/** The prompt of that name on the wire, title or id; deprecated ones too. Throws a Refusal with near names. */
export function findPrompt(snapshot: Snapshot, name: string): Document {
  const exact = snapshot.prompts.get(name);
  if (exact !== undefined) return exact;
  const wanted = fold(name);
  const all = promptsOf(snapshot).filter(([, document]) => !document.isInInbox);
  const found =
    all.find(([other]) => fold(other) === wanted) ??
    all.find(([, document]) => fold(document.id) === wanted) ??
    all.find(([, document]) => fold(document.title) === wanted);
  if (found !== undefined) return found[1];
  throw unknownPrompt(snapshot, name);
}

function unknownPrompt(snapshot: Snapshot, name: string): Refusal {
  const listed = [...listPrompts(snapshot), ...listBuiltIns(snapshot)];
  const spellings = new Map(
    listed.flatMap((prompt) => [
      [prompt.title, prompt.name],
      [prompt.name, prompt.name],
    ]),
  );
  const near = [...new Set(nearest(name, spellings.keys()).map((spelling) => spellings.get(spelling) ?? spelling))];
  const shown = `"${name.slice(0, 80)}"`;
  const names = listed.map((prompt) => prompt.name);
  const advice =
    near.length > 0
      ? `Did you mean ${near.join(' or ')}?`
      : `The prompts are: ${names.slice(0, MOST_NAMED).join(', ')}${names.length > MOST_NAMED ? ` and ${names.length - MOST_NAMED} more` : ''}.`;
  return new Refusal(`There is no prompt ${shown}. ${advice}`, near);
}

/** The name on the wire of one of the snapshot's prompts. */
export function nameOfPrompt(snapshot: Snapshot, prompt: Document): string {
  for (const [name, document] of promptsOf(snapshot)) {
    if (document === prompt) return name;
  }
  return prompt.id;
}
