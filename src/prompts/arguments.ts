import type { Argument, Document } from '../library/document.ts';
import { nearest } from '../library/nearest.ts';
import type { Snapshot } from '../library/snapshot.ts';
import { Refusal } from '../refusal.ts';
import { choicesOf, choose, describeArgument, offeredLabels } from './choices.ts';
import { fold } from './fold.ts';
import { hasOpenQuote, joinQuoted } from './quotes.ts';

/** What a client sent: text by the argument's name, however people spell it. */
export type GivenArguments = Readonly<Record<string, string>>;

/** Every argument with its value. */
export interface FilledArguments {
  /** By the argument's name in NFC; empty for what was not given. */
  readonly values: ReadonlyMap<string, string>;
  /** The documents that were chosen, in the order of the arguments. */
  readonly chosen: readonly Document[];
  readonly notes: readonly string[];
}

/** Why a value cannot be had. */
interface Problem {
  readonly argument: Argument;
  readonly says: string;
  readonly near: readonly string[];
}

type Filling =
  | { readonly type: 'value'; readonly text: string; readonly document?: Document }
  | { readonly type: 'problem'; readonly problem: Problem };

/** The longest value of an argument, in characters. */
export const LONGEST_VALUE = 20_000;
const NOT_GIVEN = /^(?:[-–—.]?|none|n\/a)$/i;
const MOST_CHOICES = 25;

/** A value as a message shows it. */
function shown(value: string): string {
  const line = value.replace(/\s+/g, ' ').trim();
  return line.length > 60 ? `"${line.slice(0, 59)}…"` : `"${line}"`;
}

/** Finds whose the given values are: exactly by name, else regardless of case, `_`, `-` and space. */
function assign(declared: readonly Argument[], given: GivenArguments): { typed: Map<string, string>; notes: string[] } {
  const typed = new Map<string, string>();
  const notes: string[] = [];
  const names = new Set(declared.map((argument) => argument.name));
  const byFold = new Map(declared.map((argument) => [fold(argument.name), argument.name]));
  const others: [string, string][] = [];
  for (const [name, value] of Object.entries(given)) {
    if (names.has(name)) typed.set(name, value);
    else others.push([name, value]);
  }
  for (const [written, value] of others) {
    const name = byFold.get(fold(written));
    if (name !== undefined && !typed.has(name)) {
      typed.set(name, value);
      continue;
    }
    const [near] = nearest(written, names, 1);
    const advice = near === undefined ? '' : ` Did you mean "${near}"?`;
    notes.push(`This prompt has no argument ${shown(written)}, so it was ignored.${advice}`);
  }
  return { typed, notes };
}

/** Joins split quotations again. Only the arguments from the first on without a gap can have been filled by position. */
function repairQuotes(declared: readonly Argument[], typed: Map<string, string>): string[] {
  const positional: string[] = [];
  for (const { name } of declared) {
    const value = typed.get(name);
    if (value === undefined) break;
    positional.push(value);
  }
  const joined = joinQuoted(positional);
  for (const [index, { name }] of declared.slice(0, positional.length).entries()) {
    const value = joined[index];
    if (value === undefined) typed.delete(name);
    else typed.set(name, value);
  }
  if (!hasOpenQuote(joined)) return [];
  return [
    'A quotation mark is opened and never closed: your client may have split what you typed at the spaces, ' +
      'so that words are in the wrong place. Type hyphens instead of spaces.',
  ];
}

function isBlank(argument: Argument, typed: string): boolean {
  const value = typed.trim();
  return NOT_GIVEN.test(value) && !argument.options.some((option) => option.toLowerCase() === value.toLowerCase());
}

function fillDefault(snapshot: Snapshot, argument: Argument): Filling {
  if (argument.default === undefined) {
    if (!argument.required) return { type: 'value', text: '' };
    return { type: 'problem', problem: { argument, says: `"${argument.name}" is missing`, near: [] } };
  }
  const choosing = choose(choicesOf(snapshot, argument), argument.default);
  if (choosing.type !== 'one') return { type: 'value', text: argument.default };
  return { type: 'value', text: choosing.choice.text, document: choosing.choice.document };
}

function fill(snapshot: Snapshot, argument: Argument, typed: string | undefined): Filling {
  if (typed === undefined || isBlank(argument, typed)) return fillDefault(snapshot, argument);
  const problem = (says: string, near: readonly string[] = []): Filling => ({
    type: 'problem',
    problem: { argument, says, near },
  });
  if (typed.length > LONGEST_VALUE) {
    return problem(`"${argument.name}" has ${typed.length} characters, and at most ${LONGEST_VALUE} are accepted`);
  }
  const choices = choicesOf(snapshot, argument);
  if (choices.length === 0) return { type: 'value', text: typed };
  const choosing = choose(choices, typed);
  switch (choosing.type) {
    case 'one':
      return { type: 'value', text: choosing.choice.text, document: choosing.choice.document };
    case 'several': {
      const labels = choosing.labels.slice(0, MOST_CHOICES);
      return problem(`${shown(typed)} for "${argument.name}" could be ${labels.join(' or ')}`, labels);
    }
    case 'none': {
      const { near } = choosing;
      const advice = near.length > 0 ? ` (did you mean ${near.join(' or ')}?)` : '';
      return problem(`${shown(typed)} is not a choice for "${argument.name}"${advice}`, near);
    }
  }
}

/** One message that says all: what is wrong, and every argument with its choices. */
function refuse(
  snapshot: Snapshot,
  prompt: { name: string; declared: readonly Argument[] },
  wrong: { problems: readonly Problem[]; notes: readonly string[] },
): Refusal {
  const lines = prompt.declared.map((argument) => {
    const need = argument.required && argument.default === undefined ? 'required' : 'optional';
    const description = describeArgument(snapshot, argument);
    return `- ${argument.name} (${need})${description === '' ? '' : `: ${description}`}`;
  });
  const says = wrong.problems.map((problem) => problem.says).join('; ');
  const choices = wrong.problems.flatMap(({ argument, near }) => [...near, ...offeredLabels(snapshot, argument)]);
  const message = [
    `The prompt "${prompt.name}" cannot run yet: ${says}.`,
    ...wrong.notes,
    'Its arguments are:',
    ...lines,
  ];
  return new Refusal(message.join('\n'), [...new Set(choices)].slice(0, MOST_CHOICES));
}

/** Reads what a client sent as the prompt's arguments. Throws a Refusal that lists them when one is missing or wrong. */
export function fillArguments(
  snapshot: Snapshot,
  prompt: { name: string; declared: readonly Argument[] },
  given: GivenArguments,
): FilledArguments {
  const { typed, notes } = assign(prompt.declared, given);
  notes.push(...repairQuotes(prompt.declared, typed));
  const values = new Map<string, string>();
  const chosen: Document[] = [];
  const problems: Problem[] = [];
  for (const argument of prompt.declared) {
    const filling = fill(snapshot, argument, typed.get(argument.name));
    if (filling.type === 'problem') {
      problems.push(filling.problem);
      continue;
    }
    values.set(argument.name.normalize('NFC'), filling.text);
    if (filling.document !== undefined) chosen.push(filling.document);
  }
  if (problems.length > 0) throw refuse(snapshot, prompt, { problems, notes });
  return { values, chosen, notes };
}
