import { BRACES, cutAt, named } from '../engines/plain-placeholders.ts';
import { type Piece, type PromptSource, type Reading, textPiece, type Variable } from '../foreign-prompt.ts';
import { nameOfFolder, readable } from '../values.ts';

/** What is handed to a pattern. */
const INPUT: Variable = { name: 'input', description: 'The text to work on.' };
/** Calls of other programs, such as `{{plugin:datetime:today}}`. */
const CALL = /\{\{(?:plugin|ext):[^{}\r\n]{0,200}\}\}/g;
const MOST_NAMED = 5;

function remarkOnCalls(text: string): string[] {
  const calls = [...new Set(Array.from(text.matchAll(CALL), ([call]) => call))].slice(0, MOST_NAMED);
  return calls.length === 0
    ? []
    : [`Stays in the text as it stands, since only fabric can fill it in: ${calls.join(', ')}.`];
}

function remarkOnOthers(beside: readonly string[]): string[] {
  return beside.length === 0 ? [] : [`Files beside it are not carried over: ${beside.join(', ')}.`];
}

/** A pattern of fabric: its system text, that of `user.md`, then what it works on. */
export function readFabricPattern({ path, text, continuation = '', beside }: PromptSource): readonly Reading[] {
  const whole = [text, continuation]
    .map((part) => part.trimEnd())
    .filter((part) => part !== '')
    .join('\n\n');
  const { pieces, variables } = cutAt(whole, BRACES, named);
  const isAsked = variables.some(({ name }) => name === INPUT.name);
  const end: readonly Piece[] = isAsked ? [] : [textPiece('\n\n'), { type: 'value', name: INPUT.name }];
  const remarks = [...remarkOnCalls(whole), ...remarkOnOthers(beside)];
  if (!isAsked) remarks.unshift('The text to work on is asked for as "input" and stands at the end.');
  const prompt = {
    title: readable(nameOfFolder(path) || 'Pattern'),
    variables: [...variables.filter(({ name }) => name !== INPUT.name), INPUT],
    turns: [{ speaker: 'user' as const, pieces: [...pieces, ...end] }],
    remarks,
  };
  return [{ type: 'prompt', prompt }];
}
