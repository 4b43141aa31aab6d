import type { Argument, Document } from '../library/document.ts';
import { nearest } from '../library/nearest.ts';
import type { Snapshot } from '../library/snapshot.ts';
import { Refusal } from '../refusal.ts';
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

/** A prompt's title; a draft says that it is one. */
export function titleOfPrompt(document: Document): string {
  return document.status === 'draft' ? `${document.title} (draft)` : document.title;
}

/** A snapshot never changes, so neither does its list. */
const listings = new WeakMap<Snapshot, readonly ListedPrompt[]>();

/** The prompts that people choose from, names ascending: all but deprecated ones. */
export function listPrompts(snapshot: Snapshot): readonly ListedPrompt[] {
  const known = listings.get(snapshot);
  if (known !== undefined) return known;
  const listed: ListedPrompt[] = [];
  for (const [name, document] of snapshot.prompts) {
    if (document.prompt === undefined || document.isInInbox || document.status === 'deprecated') continue;
    listed.push({
      name,
      title: titleOfPrompt(document),
      description: document.description,
      arguments: document.prompt.arguments.map((argument) => ({
        name: argument.name,
        description: described(snapshot, argument),
        required: isRequired(argument),
      })),
    });
  }
  listings.set(snapshot, listed);
  return listed;
}

/** The prompt of that name on the wire, title or id; deprecated ones too. Throws a Refusal with near names. */
export function findPrompt(snapshot: Snapshot, name: string): Document {
  const exact = snapshot.prompts.get(name);
  if (exact !== undefined) return exact;
  const wanted = fold(name);
  const all = [...snapshot.prompts].filter(([, document]) => !document.isInInbox);
  const found =
    all.find(([other]) => fold(other) === wanted) ??
    all.find(([, document]) => fold(document.id) === wanted) ??
    all.find(([, document]) => fold(document.title) === wanted);
  if (found !== undefined) return found[1];
  throw unknownPrompt(snapshot, name);
}

function unknownPrompt(snapshot: Snapshot, name: string): Refusal {
  const listed = listPrompts(snapshot);
  const spellings = new Map(
    listed.flatMap((prompt) => [
      [prompt.title, prompt.name],
      [prompt.name, prompt.name],
    ]),
  );
  const near = [...new Set(nearest(name, spellings.keys()).map((spelling) => spellings.get(spelling) ?? spelling))];
  const shown = `"${name.slice(0, 80)}"`;
  const names = listed.map((prompt) => prompt.name);
  if (listed.length === 0) return new Refusal(`There is no prompt ${shown}; the library has no prompts yet.`);
  const advice =
    near.length > 0
      ? `Did you mean ${near.join(' or ')}?`
      : `The prompts are: ${names.slice(0, MOST_NAMED).join(', ')}${names.length > MOST_NAMED ? ` and ${names.length - MOST_NAMED} more` : ''}.`;
  return new Refusal(`There is no prompt ${shown}. ${advice}`, near);
}

/** The name on the wire of one of the snapshot's prompts. */
export function nameOfPrompt(snapshot: Snapshot, prompt: Document): string {
  for (const [name, document] of snapshot.prompts) {
    if (document === prompt) return name;
  }
  return prompt.id;
}
