import type { Document } from '../library/document.ts';
import { successorOf } from '../library/references.ts';
import type { Snapshot } from '../library/snapshot.ts';
import { Refusal } from '../refusal.ts';
import { fillArguments, type GivenArguments } from './arguments.ts';
import { type ContextPassage, contextOf, nameOfPassage } from './context.ts';
import { scopeOf } from './includes.ts';
import { findPrompt, nameOfPrompt, titleOfPrompt } from './listing.ts';
import { type PromptMessage, renderMessages } from './messages.ts';

/** A prompt that was run: what comes along, and what it says. */
export interface RenderedPrompt {
  /** The name on the wire. */
  readonly name: string;
  readonly title: string;
  /** Names its sources. */
  readonly description: string;
  readonly context: readonly ContextPassage[];
  /** At least one. */
  readonly messages: readonly PromptMessage[];
  /** For whoever ran it: what was ignored, left out or not found. Each once. */
  readonly notes: readonly string[];
  /** The ids of context that does not come along because there is no room. */
  readonly leftOut: readonly string[];
}

function deprecationNote(snapshot: Snapshot, prompt: Document): string[] {
  if (prompt.status !== 'deprecated') return [];
  const successor = successorOf(snapshot, prompt);
  if (successor === undefined) return [`The prompt "${prompt.title}" is deprecated.`];
  const name = successor.prompt === undefined ? successor.id : nameOfPrompt(snapshot, successor);
  return [`The prompt "${prompt.title}" is deprecated. Use "${successor.title}" (${name}) instead.`];
}

function describe(prompt: Document, context: readonly ContextPassage[]): string {
  const description = prompt.description === '' ? titleOfPrompt(prompt) : prompt.description;
  if (context.length === 0) return description;
  const sentence = /[.!?…]$/.test(description) ? description : `${description}.`;
  return `${sentence} Sources: ${context.map(nameOfPassage).join('; ')}.`;
}

function nothingLeft(prompt: Document, values: ReadonlyMap<string, string>): Refusal {
  const blank = (prompt.prompt?.arguments ?? [])
    .map(({ name }) => name)
    .filter((name) => values.get(name)?.trim() === '');
  if (blank.length === 0) {
    return new Refusal(`The prompt "${prompt.title}" has no text yet. Its editor can write it in "${prompt.id}".`);
  }
  const names = blank.join(', ');
  return new Refusal(
    `Nothing is left of the prompt "${prompt.title}" without values. Fill in one of: ${names}.`,
    blank,
  );
}

/**
 * Runs a prompt with what a client sent. `today` is an ISO date and a value that every prompt can use. Throws a Refusal
 * when there is no such prompt, an argument is missing or wrong, or the result would be empty or too long.
 */
export function runPrompt(
  snapshot: Snapshot,
  request: { name: string; arguments: GivenArguments; today: string },
): RenderedPrompt {
  const prompt = findPrompt(snapshot, request.name);
  const name = nameOfPrompt(snapshot, prompt);
  const definition = prompt.prompt;
  if (definition === undefined) throw new Refusal(`"${prompt.title}" is a document and not a prompt.`);
  const filled = fillArguments(snapshot, { name, declared: definition.arguments }, request.arguments);
  const values = new Map([['today', request.today], ...filled.values]);
  const notes = [...deprecationNote(snapshot, prompt), ...filled.notes];
  const context = contextOf(snapshot, prompt, filled.chosen);
  const messages = renderMessages(prompt, definition, scopeOf(snapshot, prompt, { values, notes }));
  if (messages.length === 0) throw nothingLeft(prompt, values);
  return {
    name,
    title: titleOfPrompt(prompt),
    description: describe(prompt, context.passages),
    context: context.passages,
    messages,
    notes: [...new Set([...notes, ...context.notes])],
    leftOut: context.leftOut,
  };
}
