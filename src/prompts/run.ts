import type { Document } from '../library/document.ts';
import { targetOf } from '../library/find.ts';
import { forceOf } from '../library/force.ts';
import type { Snapshot } from '../library/snapshot.ts';
import { Refusal } from '../refusal.ts';
import { fillArguments, type GivenArguments } from './arguments.ts';
import { type BuiltIn, builtInOf } from './built-ins.ts';
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
  /** The ids of the prompt and of the documents that it always brings along, which no argument has chosen. Empty for one that comes with this program. */
  readonly uses: readonly string[];
}

/** What whoever runs a prompt should know of it when it is no longer in force. */
function notesOn(snapshot: Snapshot, prompt: Document, today: string): string[] {
  const { mark, lapses, successor } = forceOf(snapshot, prompt, today);
  if (mark === undefined || mark === 'draft') return [];
  if (successor !== undefined) {
    const name = successor.prompt === undefined ? successor.id : nameOfPrompt(snapshot, successor);
    return [`The prompt "${prompt.title}" is ${mark}. Use "${successor.title}" (${name}) instead.`];
  }
  const until = lapses.includes('expired') ? ` It was valid until ${prompt.validUntil}.` : '';
  return [`The prompt "${prompt.title}" is ${mark}.${until}`];
}

function describe(prompt: Document, title: string, context: readonly ContextPassage[]): string {
  const description = prompt.description === '' ? title : prompt.description;
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

function usesOf(snapshot: Snapshot, prompt: Document, context: readonly ContextPassage[]): string[] {
  if (builtInOf(prompt) !== undefined) return [];
  const constant = new Set(prompt.prompt?.context.map((reference) => targetOf(snapshot, reference)?.id));
  return [prompt.id, ...context.map(({ document }) => document.id).filter((id) => constant.has(id))];
}

/** A prompt whose arguments were read, and which can be rendered. */
export interface PreparedPrompt {
  /** Which of the prompts that come with this program it is; undefined for the team's own. */
  readonly builtIn: BuiltIn | undefined;
  /** By the argument's name; empty for what was not given. */
  readonly values: ReadonlyMap<string, string>;
  /** With further values, which a prompt that comes with this program needs. Throws a Refusal when the result would be empty or too long. */
  render(supplied?: ReadonlyMap<string, string>): RenderedPrompt;
}

interface Request {
  readonly name: string;
  readonly arguments: GivenArguments;
  /** An ISO date, and a value that every prompt can use. */
  readonly today: string;
}

/** Reads what a client sent for a prompt. Throws a Refusal when there is no such prompt, or an argument is missing or wrong. */
export function preparePrompt(snapshot: Snapshot, request: Request): PreparedPrompt {
  const { today } = request;
  const prompt = findPrompt(snapshot, request.name);
  const name = nameOfPrompt(snapshot, prompt);
  const title = titleOfPrompt(snapshot, prompt, today);
  const definition = prompt.prompt;
  if (definition === undefined) throw new Refusal(`"${prompt.title}" is a document and not a prompt.`);
  const filled = fillArguments(snapshot, { name, declared: definition.arguments }, request.arguments);
  return {
    builtIn: builtInOf(prompt),
    values: filled.values,
    render(supplied = new Map()) {
      const values = new Map([['today', today], ...supplied, ...filled.values]);
      const notes = [...notesOn(snapshot, prompt, today), ...filled.notes];
      const context = contextOf(snapshot, prompt, { chosen: filled.chosen, today });
      const messages = renderMessages(prompt, definition, scopeOf(snapshot, prompt, { values, notes, today }));
      if (messages.length === 0) throw nothingLeft(prompt, values);
      return {
        name,
        title,
        description: describe(prompt, title, context.passages),
        context: context.passages,
        messages,
        notes: [...new Set([...notes, ...context.notes])],
        leftOut: context.leftOut,
        uses: usesOf(snapshot, prompt, context.passages),
      };
    },
  };
}

/** Runs a prompt of the team's with what a client sent. Throws a Refusal as `preparePrompt` and `render` do. */
export function runPrompt(snapshot: Snapshot, request: Request): RenderedPrompt {
  return preparePrompt(snapshot, request).render();
}
