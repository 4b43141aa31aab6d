import { readFrontMatter } from '../../library/text/front-matter.ts';
import { cutAt, type Placeholder } from '../engines/plain-placeholders.ts';
import { type PromptSource, type Reading, userTurn } from '../foreign-prompt.ts';
import { remarkOnFields } from '../left-out.ts';
import { nameOfFile, readable, textOf } from '../values.ts';
import { remarkOnFrontMatter } from './front-matter-remark.ts';

/** `${input:name}`, `${input:name:what to type}` and, as people write defaults, `${input:name|default}`. */
const INPUT = /\$\{input:(?<name>[^:|{}\r\n]{1,100})(?:(?<mark>[:|])(?<rest>[^{}\r\n]{0,1000}))?\}/gu;
/** What the editor knows by itself: the file that is open, what is selected in it, and so on. */
const EDITOR = /\$\{(file\w*|selection|selectedText|workspaceFolder\w*|lineNumber|relativeFile\w*)\}/g;

function placeholderOf({ groups = {} }: RegExpExecArray): Placeholder | undefined {
  const name = groups['name']?.trim() ?? '';
  const rest = groups['rest']?.trim() ?? '';
  if (name === '') return undefined;
  return groups['mark'] === '|' ? { name, default: rest } : { name, description: rest };
}

function remarkOnEditor(body: string): string[] {
  const found = [...new Set(Array.from(body.matchAll(EDITOR), ([tag]) => tag))];
  return found.length === 0 ? [] : [`Stays in the text, since only the editor can fill it in: ${found.join(', ')}.`];
}

/** A prompt file of VS Code. */
export function readVscodePrompt({ path, text }: PromptSource): readonly Reading[] {
  const front = readFrontMatter(text, path);
  const { fields, body } = front;
  const { pieces, variables } = cutAt(body, INPUT, placeholderOf);
  const title = textOf(fields['title']) || textOf(fields['name']) || nameOfFile(path);
  const hint = textOf(fields['argument-hint']);
  const remarks = [
    ...remarkOnFrontMatter(front),
    ...remarkOnFields(fields, ['title', 'name', 'description', 'tags', 'author']),
    ...remarkOnEditor(body),
  ];
  const described = variables.map((each, index) =>
    index === 0 && variables.length === 1 ? { ...each, description: each.description || hint } : each,
  );
  const prompt = {
    title: readable(title),
    description: textOf(fields['description']),
    variables: described,
    turns: userTurn(pieces),
    remarks,
  };
  return [{ type: 'prompt', prompt }];
}
