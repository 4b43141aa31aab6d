import { type Converted, convert } from '../../src/importing/convert.ts';
import type { PromptSource } from '../../src/importing/foreign-prompt.ts';
import { selectPrompts } from '../../src/importing/recognise.ts';
import type { PromptMessage } from '../../src/prompts/messages.ts';
import { runPrompt } from '../../src/prompts/run.ts';
import { libraryOf } from '../library-of.ts';

type Values = Readonly<Record<string, string>>;

/** What becomes of one file, by its path as if somebody had named it. */
export function imported(path: string, text: string, more: Partial<PromptSource> = {}): readonly Converted[] {
  const { candidates } = selectPrompts([path], { isNamed: true });
  const [candidate] = candidates;
  if (candidate === undefined) throw new Error(`${path} is no prompt`);
  return convert({ path, text, beside: [], ...more }, { format: candidate.format, folder: 'prompts' });
}

/** The only prompt that comes of a file. */
export function importedOne(path: string, text: string, more: Partial<PromptSource> = {}) {
  const [converted] = imported(path, text, more);
  if (converted?.type !== 'prompt') throw new Error(converted?.reason ?? 'nothing came of it');
  return converted;
}

/** What a prompt of ours says with these values. */
export function said(text: string, values: Values = {}): readonly PromptMessage[] {
  const library = libraryOf({ 'prompts/p.md': text });
  return runPrompt(library, { name: 'p', arguments: values, today: '2026-11-22' }).messages;
}

/** What it asks for. */
export function argumentsOf(text: string) {
  const definition = libraryOf({ 'prompts/p.md': text }).documents.get('prompts/p.md')?.prompt;
  return (definition?.arguments ?? []).map(({ place: _, from: __, ...argument }) => argument);
}
