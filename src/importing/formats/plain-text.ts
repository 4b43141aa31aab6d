import { readFrontMatter } from '../../library/text/front-matter.ts';
import { readSections } from '../../library/text/sections.ts';
import { BRACES, cutAt, named } from '../engines/plain-placeholders.ts';
import { type PromptSource, type Reading, userTurn } from '../foreign-prompt.ts';
import { remarkOnFields } from '../left-out.ts';
import { nameOfFile, readable, textOf, textsOf } from '../values.ts';
import { remarkOnFrontMatter } from './front-matter-remark.ts';

const KNOWN = ['title', 'name', 'description', 'tags', 'author', 'authors'];

/** The first heading, when the text begins with it. */
function firstHeading(body: string): string {
  const [first] = readSections(body, { path: '', line: 1 }).sections;
  return first?.level === 1 ? first.heading : '';
}

/** Text as people keep it: Markdown or none, with or without front matter. */
export function readPlainText({ path, text }: PromptSource): readonly Reading[] {
  const front = readFrontMatter(text, path);
  const { fields, body } = front;
  const given = textOf(fields['title']) || textOf(fields['name']);
  if (fields['arguments'] !== undefined) return [{ type: 'ours', title: readable(given || nameOfFile(path)) }];
  const { pieces, variables } = cutAt(body, BRACES, named);
  const prompt = {
    title: given || firstHeading(body) || readable(nameOfFile(path)),
    description: textOf(fields['description']),
    tags: textsOf(fields['tags']),
    authors: [...textsOf(fields['author']), ...textsOf(fields['authors'])],
    variables,
    turns: userTurn(pieces),
    remarks: [...remarkOnFrontMatter(front), ...remarkOnFields(fields, KNOWN)],
  };
  return [{ type: 'prompt', prompt }];
}
