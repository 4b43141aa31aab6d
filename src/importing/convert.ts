import { parse } from '../library/parse.ts';
import { kindOfPlace } from '../library/path.ts';
import type { ForeignPrompt, PromptSource, Reading } from './foreign-prompt.ts';
import type { Format } from './recognise.ts';
import { readable } from './values.ts';
import { writePrompt } from './write-prompt.ts';

/** A prompt in our format, or why there is none. */
export type Converted =
  | {
      readonly type: 'prompt';
      readonly title: string;
      /** The whole file. */
      readonly text: string;
      readonly remarks: readonly string[];
      /** Which one of a source with several. */
      readonly part?: string;
    }
  | { readonly type: 'none'; readonly reason: string; readonly part?: string };

/** The longest text of a prompt, in characters: with values in it, it still has to be shorter than what can be run. */
export const LONGEST_PROMPT = 300_000;

/** What our own reading finds wrong with a text as a prompt in that folder. */
function faultOf(text: string, folder: string): string | undefined {
  const id = `${folder}/imported.md`;
  const { document, diagnostics } = parse({ id, bytes: Buffer.from(text), hash: '', modified: 0 });
  const fault = diagnostics.find(({ severity }) => severity === 'error');
  if (fault !== undefined) return `As a prompt it has a fault in line ${fault.line}: ${fault.message}`;
  return document?.prompt === undefined || document.body.trim() === '' ? 'It has no text.' : undefined;
}

function write(reading: Reading & { type: 'prompt' }, source: PromptSource, where: Where): Converted {
  const { prompt, part } = reading;
  const length = lengthOf(prompt);
  if (length > LONGEST_PROMPT) return { type: 'none', part, reason: tooLong(length) };
  const inside = part === undefined ? '' : `, ${part}`;
  const origin = `${source.path}${inside} (${where.format.name})`;
  const namesKind = kindOfPlace(`${where.folder}/imported.md`) !== 'prompt';
  const { text, remarks } = writePrompt(prompt, { source: origin, namesKind });
  if (text.length > LONGEST_PROMPT) return { type: 'none', part, reason: tooLong(text.length) };
  const fault = faultOf(text, where.folder);
  return fault === undefined
    ? { type: 'prompt', title: readable(prompt.title), text, remarks, part }
    : { type: 'none', reason: fault, part };
}

/** How many characters it has beside its placeholders and what stands in blocks. */
function lengthOf({ turns }: ForeignPrompt): number {
  const pieces = turns.flatMap((turn) => turn.pieces);
  return pieces.reduce((length, piece) => length + (piece.type === 'text' ? piece.text.length : 0), 0);
}

function tooLong(length: number): string {
  return `It has ${length} characters, and a prompt can have at most ${LONGEST_PROMPT}.`;
}

interface Where {
  readonly format: Format;
  /** Where the prompt will lie, by its path in the library. */
  readonly folder: string;
}

function convertOne(reading: Reading, source: PromptSource, where: Where): Converted {
  switch (reading.type) {
    case 'none':
      return reading;
    case 'ours': {
      const fault = faultOf(source.text, where.folder);
      return { type: 'prompt', title: reading.title, text: source.text, remarks: fault === undefined ? [] : [fault] };
    }
    case 'prompt':
      return write(reading, source, where);
  }
}

/** Reads one file and writes what is in it in our format. Never throws: what cannot be had is said. */
export function convert(source: PromptSource, where: Where): readonly Converted[] {
  return where.format.read(source).map((reading) => convertOne(reading, source, where));
}
