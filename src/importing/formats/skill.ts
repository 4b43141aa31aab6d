import { type FrontMatter, readFrontMatter } from '../../library/text/front-matter.ts';
import { cutAt } from '../engines/plain-placeholders.ts';
import { type Piece, type PromptSource, type Reading, textPiece, userTurn } from '../foreign-prompt.ts';
import { remarkOnFields } from '../left-out.ts';
import { mapOf, nameOfFile, nameOfFolder, readable, textOf, textsOf } from '../values.ts';
import { remarkOnFrontMatter } from './front-matter-remark.ts';

/** What somebody typed behind the command. */
const ARGUMENTS = /(?<![\p{L}\p{N}_$\\])\$ARGUMENTS(?![\p{L}\p{N}_[])/gu;
const POSITION = /(?<![\p{L}\p{N}_$\\])\$(?:ARGUMENTS\[\d|\d(?![\d.,]))/u;
const MOST_NAMED = 10;

/** Where the text itself does not say where, the request is put at its end, as the source's own program does. */
function withRequest(body: string, hint: string): readonly Piece[] {
  const { pieces, variables } = cutAt(body, ARGUMENTS, () => ({ name: 'arguments' }));
  if (variables.length > 0 || hint === '') return pieces;
  return [textPiece(body.trimEnd()), textPiece('\n\nARGUMENTS: '), { type: 'value', name: 'arguments' }];
}

function remarkOnFiles(beside: readonly string[]): string[] {
  if (beside.length === 0) return [];
  const more = beside.length > MOST_NAMED ? ` and ${beside.length - MOST_NAMED} more` : '';
  return [`Files that belong to it are not carried over: ${beside.slice(0, MOST_NAMED).join(', ')}${more}.`];
}

function remarkOnPositions(body: string): string[] {
  return POSITION.test(body) ? ['Words by their position, such as $1, stay in the text as they stand.'] : [];
}

function read(front: FrontMatter, title: string, beside: readonly string[]): Reading {
  const { fields, body } = front;
  const hint = textOf(fields['argument-hint']);
  const metadata = mapOf(fields['metadata']);
  const author = textOf(fields['author']) || textOf(metadata['author']);
  const prompt = {
    title: readable(title),
    description: textOf(fields['description']),
    tags: textsOf(fields['tags']),
    authors: author === '' ? [] : [author],
    variables: [{ name: 'arguments', description: hint, isOptional: true }],
    turns: userTurn(withRequest(body, hint)),
    remarks: [
      ...remarkOnFrontMatter(front),
      ...remarkOnFields(fields, ['title', 'name', 'description', 'tags', 'author', 'argument-hint']),
      ...remarkOnPositions(body),
      ...remarkOnFiles(beside),
    ],
  };
  const isAsked = prompt.turns.some(({ pieces }) => pieces.some(({ type }) => type === 'value'));
  return { type: 'prompt', prompt: isAsked ? prompt : { ...prompt, variables: [] } };
}

/** A skill: a folder with `SKILL.md` and what belongs to it. */
export function readSkill({ path, text, beside }: PromptSource): readonly Reading[] {
  const front = readFrontMatter(text, path);
  return [read(front, textOf(front.fields['name']) || nameOfFolder(path) || 'Skill', beside)];
}

/** A command of an assistant's command line: a text with what is typed behind it. */
export function readCommand({ path, text }: PromptSource): readonly Reading[] {
  const front = readFrontMatter(text, path);
  return [read(front, textOf(front.fields['name']) || nameOfFile(path), [])];
}
