import type { Diagnostic } from '../diagnostic.ts';
import type { Document, PromptDefinition } from '../document.ts';
import type { Parsed } from '../parse.ts';
import { isPlain, type Plain, readJson } from './plain.ts';

/** What a file was read as, as it is saved: a line of JSON, and the text apart from it, which is most of all bytes. */
export interface SavedParsed {
  readonly line: string;
  readonly text: string;
}

function plainPrompt({ template, ...rest }: PromptDefinition): object {
  return { ...rest, template: { ...template, names: [...template.names] } };
}

export function writeParsed({ document, diagnostics }: Parsed): SavedParsed {
  if (document === undefined) return { line: JSON.stringify({ diagnostics }), text: '' };
  const { text, body, prompt } = document;
  // the body is the end of the text, so that its length says all
  const plain = { ...document, text: '', body: body.length, prompt: prompt && plainPrompt(prompt) };
  return { line: JSON.stringify({ document: plain, diagnostics }), text };
}

const TEXTS = ['id', 'kind', 'title', 'description', 'status', 'text', 'body', 'modified', 'hash'] as const;
const LISTS = ['tags', 'aliases', 'sections', 'includes'] as const;

/** Only the outlines are looked at: the seal says that it was written by this very program. */
function isDocument(value: unknown): value is Document {
  if (!isPlain(value) || !isPlain(value['fields']) || typeof value['size'] !== 'number') return false;
  return TEXTS.every((name) => typeof value[name] === 'string') && LISTS.every((name) => Array.isArray(value[name]));
}

function isDiagnostics(value: unknown): value is readonly Diagnostic[] {
  return Array.isArray(value) && value.every((one: unknown) => isPlain(one) && typeof one['path'] === 'string');
}

/** Gives the names of a template back their order and their places. */
function restoreNames({ template }: Plain): void {
  if (!isPlain(template) || !Array.isArray(template['names'])) return;
  const names: readonly unknown[] = template['names'];
  template['names'] = new Map(names.filter((one): one is [unknown, unknown] => Array.isArray(one)));
}

/** Undefined when that is not what `writeParsed` wrote. */
export function readParsed({ line, text }: SavedParsed): Parsed | undefined {
  const read = readJson(line);
  if (!isPlain(read) || !isDiagnostics(read['diagnostics'])) return undefined;
  const { document, diagnostics } = read;
  if (document === undefined) return { diagnostics };
  if (!isPlain(document) || typeof document['body'] !== 'number') return undefined;
  const { body, prompt } = document;
  document['text'] = text;
  document['body'] = text.slice(text.length - body);
  if (isPlain(prompt)) restoreNames(prompt);
  return isDocument(document) ? { document, diagnostics } : undefined;
}
