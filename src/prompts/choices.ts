import { today } from '../library/day.ts';
import type { Argument, Document, Kind } from '../library/document.ts';
import { forceOf } from '../library/force.ts';
import { nearest } from '../library/nearest.ts';
import type { Snapshot } from '../library/snapshot.ts';
import { fold } from './fold.ts';

/** One of the values that an argument accepts. */
export interface Choice {
  /** How it is shown, and what a person types: the title of a document, its id where others share the title. */
  readonly label: string;
  /** What stands in the prompt's text. */
  readonly text: string;
  /** Other words for it. */
  readonly spellings: readonly string[];
  /** The chosen document, for an argument that chooses one. */
  readonly document?: Document;
  /** Whether it is offered; documents that are not in force are only accepted. */
  readonly isOffered: boolean;
}

/** What a typed value stands for. */
export type Choosing =
  | { readonly type: 'one'; readonly choice: Choice }
  | { readonly type: 'several'; readonly labels: readonly string[] }
  | { readonly type: 'none'; readonly near: readonly string[] };

const MOST_DOCUMENTS_SHOWN = 12;

function fileName(id: string): string {
  return id.slice(id.lastIndexOf('/') + 1).replace(/\.[^.]+$/, '');
}

interface ChoicesOfADay {
  readonly day: string;
  readonly kinds: Map<Kind, readonly Choice[]>;
}

/** A snapshot never changes, so neither do the documents of a kind before the day does. */
const choicesOfSnapshots = new WeakMap<Snapshot, ChoicesOfADay>();

function choicesOn(snapshot: Snapshot, day: string): ChoicesOfADay['kinds'] {
  const known = choicesOfSnapshots.get(snapshot);
  if (known?.day === day) return known.kinds;
  const kinds = new Map<Kind, readonly Choice[]>();
  choicesOfSnapshots.set(snapshot, { day, kinds });
  return kinds;
}

function documentChoices(snapshot: Snapshot, kind: Kind): readonly Choice[] {
  const day = today();
  const kinds = choicesOn(snapshot, day);
  const known = kinds.get(kind);
  if (known !== undefined) return known;
  const documents = [...snapshot.documents.values()].filter((one) => one.kind === kind && !one.isInInbox);
  const titles = new Map<string, number>();
  for (const { title } of documents) titles.set(fold(title), (titles.get(fold(title)) ?? 0) + 1);
  const choices = documents.map((document) => ({
    label: titles.get(fold(document.title)) === 1 ? document.title : document.id,
    text: document.title,
    spellings: [document.title, fileName(document.id), ...document.aliases],
    document,
    isOffered: forceOf(snapshot, document, day).isInForce,
  }));
  kinds.set(kind, choices);
  return choices;
}

/** The values that an argument accepts; none when it takes any text, as it does when there is nothing to choose from. */
export function choicesOf(snapshot: Snapshot, argument: Argument): readonly Choice[] {
  const options = argument.options.map((text) => ({ label: text, text, spellings: [text], isOffered: true }));
  return argument.from === undefined ? options : [...options, ...documentChoices(snapshot, argument.from)];
}

/** The labels that a person is shown. */
export function offeredLabels(snapshot: Snapshot, argument: Argument): string[] {
  return choicesOf(snapshot, argument)
    .filter((choice) => choice.isOffered)
    .map((choice) => choice.label);
}

export function inSentence(words: string): string {
  const text = words.trim();
  return text === '' || /[.!?:;…。？！]$/u.test(text) ? text : `${text}.`;
}

/** An argument's description with its choices and its default: "Who reads it? One of: Maya, Marco. Default: Maya." */
export function describeArgument(snapshot: Snapshot, argument: Argument): string {
  const labels = offeredLabels(snapshot, argument);
  const most = argument.from === undefined ? labels.length : MOST_DOCUMENTS_SHOWN;
  const hasCommas = labels.some((label) => label.includes(','));
  const shown = labels.slice(0, most).join(hasCommas ? '; ' : ', ');
  const more = labels.length > most ? ` and ${labels.length - most} more` : '';
  const parts: string[] = [];
  if (argument.description.trim() !== '') parts.push(argument.description.trim());
  if (shown !== '') parts.push(`One of: ${shown}${more}.`);
  if (argument.default !== undefined) parts.push(inSentence(`Default: ${argument.default}`));
  return parts.length > 1 ? [inSentence(parts[0] ?? ''), ...parts.slice(1)].join(' ') : parts.join('');
}

function oneOf(found: readonly Choice[]): Choosing | undefined {
  const offered = found.filter((choice) => choice.isOffered);
  const candidates = offered.length > 0 ? offered : found;
  const [first] = candidates;
  if (first === undefined) return undefined;
  return candidates.length === 1
    ? { type: 'one', choice: first }
    : { type: 'several', labels: candidates.map((choice) => choice.label) };
}

/** Finds the choice that a person means: as written, else regardless of case, `_`, `-` and space, else by its beginning. */
export function choose(choices: readonly Choice[], typed: string): Choosing {
  const exact = typed.trim();
  const folded = fold(typed);
  const wordsOf = (choice: Choice): string[] => [...choice.spellings, ...(choice.document ? [choice.document.id] : [])];
  const begins = (choice: Choice): boolean =>
    choice.isOffered && folded !== '' && choice.spellings.some((word) => fold(word).startsWith(folded));
  return (
    oneOf(choices.filter((choice) => wordsOf(choice).includes(exact))) ??
    oneOf(choices.filter((choice) => wordsOf(choice).some((word) => fold(word) === folded))) ??
    oneOf(choices.filter(begins)) ?? { type: 'none', near: nearOf(choices, typed) }
  );
}

function nearOf(choices: readonly Choice[], typed: string): string[] {
  return nearest(
    typed,
    choices.filter((choice) => choice.isOffered).map((choice) => choice.label),
  );
}
