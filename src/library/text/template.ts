import { type Diagnostic, diagnose, type Place } from '../diagnostic.ts';
import { type Reference, readReference } from '../reference.ts';
import { lineStarts, placeAt } from './lines.ts';
import { type Block, type BlockFault, DEEPEST_BLOCK, pairBlocks } from './template-blocks.ts';
import { type Token, tokensOf } from './template-tokens.ts';

/** One piece of a prompt's text. `raw` is how it was written, for names that turn out to be nobody's. */
export type TemplateNode =
  | {
      readonly type: 'text';
      readonly text: string;
      /** Where it stands: an offset into the template's text. */
      readonly start: number;
    }
  | { readonly type: 'value'; readonly name: string; readonly raw: string }
  | {
      readonly type: 'if';
      readonly name: string;
      /** What stands there when the name has a value. */
      readonly given: readonly TemplateNode[];
      readonly otherwise: readonly TemplateNode[];
      readonly raw: { readonly open: string; readonly otherwise: string; readonly close: string };
    }
  | { readonly type: 'include'; readonly reference: Reference; readonly raw: string };

/** A prompt's text, read. */
export interface Template {
  readonly nodes: readonly TemplateNode[];
  /** Every name that a placeholder asks for, with the place where it first stands. */
  readonly names: ReadonlyMap<string, Place>;
  readonly includes: readonly Reference[];
}

/** A file that is not a template at all could have a fault in every line; the first ones say enough. */
const MOST_FAULTS = 20;

interface Reading {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly blocks: ReadonlyMap<number, Block>;
  readonly placeOf: (token: Token) => Place;
  readonly names: Map<string, Place>;
  readonly includes: Reference[];
}

function rawOf(reading: Reading, index: number | undefined): string {
  const token = index === undefined ? undefined : reading.tokens[index];
  return token === undefined ? '' : reading.text.slice(token.start, token.end);
}

function noteName(reading: Reading, name: string, token: Token): void {
  if (!reading.names.has(name)) reading.names.set(name, reading.placeOf(token));
}

function readBlock(reading: Reading, index: number, block: Block): TemplateNode {
  const { otherwise, close } = block;
  const token = reading.tokens[index];
  const name = token?.type === 'open' ? (token.name ?? '') : '';
  if (token !== undefined) noteName(reading, name, token);
  return {
    type: 'if',
    name,
    given: readNodes(reading, index + 1, otherwise ?? close),
    otherwise: otherwise === undefined ? [] : readNodes(reading, otherwise + 1, close),
    raw: { open: rawOf(reading, index), otherwise: rawOf(reading, otherwise), close: rawOf(reading, close) },
  };
}

/** A token that is no block: a placeholder, or text. */
function readLeaf(reading: Reading, token: Token): TemplateNode {
  const raw = reading.text.slice(token.start, token.end);
  switch (token.type) {
    case 'value':
      noteName(reading, token.name, token);
      return { type: 'value', name: token.name, raw };
    case 'include': {
      const reference = readReference(token.written, reading.placeOf(token));
      reading.includes.push(reference);
      return { type: 'include', reference, raw };
    }
    case 'escape':
      return { type: 'text', text: '{{', start: token.start };
    default:
      return { type: 'text', text: raw, start: token.start };
  }
}

function readNodes(reading: Reading, from: number, to: number): TemplateNode[] {
  const nodes: TemplateNode[] = [];
  for (let index = from; index < to; index++) {
    const token = reading.tokens[index];
    const block = reading.blocks.get(index);
    if (block !== undefined) {
      nodes.push(readBlock(reading, index, block));
      index = block.close;
    } else if (token !== undefined) {
      nodes.push(readLeaf(reading, token));
    }
  }
  return nodes;
}

function diagnoseFault(reading: Reading, fault: BlockFault, path: string): Diagnostic {
  const tag = reading.text.slice(fault.token.start, fault.token.end);
  const where = { path, place: reading.placeOf(fault.token) };
  switch (fault.type) {
    case 'unclosed':
      return diagnose('prompt-block-unclosed', where, {
        message: `The block "${tag}" is never closed, so the tag stays in the text as it stands.`,
        hint: 'Type {{/if}} where the block ends.',
      });
    case 'unopened':
      return diagnose('prompt-block-unopened', where, {
        message: `"${tag}" belongs to no block, so it stays in the text as it stands.`,
        hint: 'Type {{#if name}} where the block begins, or delete this tag.',
      });
    case 'too-deep':
      return diagnose('prompt-limit', where, {
        message: `The block "${tag}" lies within ${DEEPEST_BLOCK} others, so the tag stays in the text as it stands.`,
        hint: 'Use fewer blocks within blocks.',
      });
  }
}

/**
 * Reads a prompt's text: `{{ name }}`, `{{#if name}} … {{else}} … {{/if}}`, `{{> path#section }}`, `\{{`,
 * `${input:name}` and `$ARGUMENTS`. Everything else is text. Whose a name is, is not decided here. `line` is the line of
 * the file on which the text begins.
 */
export function parseTemplate(
  text: string,
  where: { path: string; line: number },
): { template: Template; diagnostics: Diagnostic[] } {
  const tokens = tokensOf(text);
  const { blocks, faults } = pairBlocks(tokens);
  const starts = lineStarts(text);
  const reading: Reading = {
    text,
    tokens,
    blocks,
    placeOf: (token) => placeAt(starts, token.start, where.line),
    names: new Map(),
    includes: [],
  };
  const nodes = readNodes(reading, 0, tokens.length);
  const diagnostics = faults.slice(0, MOST_FAULTS).map((fault) => diagnoseFault(reading, fault, where.path));
  return { template: { nodes, names: reading.names, includes: reading.includes }, diagnostics };
}
