import type { Reference } from '../library/reference.ts';
import type { Template, TemplateNode } from '../library/text/template.ts';
import { type LineWriter, lineWriter } from './line-writer.ts';

/** What a template's names and includes stand for. A name without a value is nobody's and stays as it was written. */
export interface Scope {
  readonly values: ReadonlyMap<string, string>;
  /** The text that an include puts in; empty when there is none. */
  readonly include: (reference: Reference) => string;
}

/** A stretch of the template, by its offsets, that is not rendered and at which a new part of the result begins. */
export interface Break {
  readonly start: number;
  readonly end: number;
}

/** A part of the result, and the break that it begins with. */
export interface Part<B extends Break> {
  readonly after: B | undefined;
  readonly text: string;
}

interface Rendering<B extends Break> {
  readonly scope: Scope;
  readonly breaks: readonly B[];
  readonly parts: Part<B>[];
  nextBreak: number;
  after: B | undefined;
  writer: LineWriter;
}

function endPart<B extends Break>(rendering: Rendering<B>): void {
  rendering.parts.push({ after: rendering.after, text: rendering.writer.end() });
}

function writeText<B extends Break>(rendering: Rendering<B>, node: TemplateNode & { type: 'text' }): void {
  const end = node.start + node.text.length;
  let from = node.start;
  for (; rendering.nextBreak < rendering.breaks.length; rendering.nextBreak++) {
    const next = rendering.breaks[rendering.nextBreak];
    if (next === undefined || next.start >= end) break;
    if (next.start < from) continue;
    rendering.writer.text(node.text.slice(from - node.start, next.start - node.start));
    endPart(rendering);
    rendering.after = next;
    rendering.writer = lineWriter();
    from = next.end;
  }
  rendering.writer.text(node.text.slice(from - node.start));
}

function writeBlock<B extends Break>(rendering: Rendering<B>, node: TemplateNode & { type: 'if' }): void {
  const value = rendering.scope.values.get(node.name);
  if (value === undefined) {
    rendering.writer.text(node.raw.open);
    writeNodes(rendering, node.given);
    rendering.writer.text(node.raw.otherwise);
    writeNodes(rendering, node.otherwise);
    rendering.writer.text(node.raw.close);
    return;
  }
  rendering.writer.tag();
  writeNodes(rendering, value.trim() === '' ? node.otherwise : node.given);
  rendering.writer.tag();
}

function writeNodes<B extends Break>(rendering: Rendering<B>, nodes: readonly TemplateNode[]): void {
  for (const node of nodes) {
    switch (node.type) {
      case 'text':
        writeText(rendering, node);
        break;
      case 'value': {
        const value = rendering.scope.values.get(node.name);
        if (value === undefined) rendering.writer.text(node.raw);
        else rendering.writer.value(value);
        break;
      }
      case 'if':
        writeBlock(rendering, node);
        break;
      case 'include':
        rendering.writer.included(rendering.scope.include(node.reference));
        break;
    }
  }
}

/** Renders a template in parts. The breaks ascend and lie in the template's text; those in dropped blocks do not count. */
export function renderParts<B extends Break>(
  template: Template,
  scope: Scope,
  breaks: readonly B[],
): readonly Part<B>[] {
  const rendering: Rendering<B> = { scope, breaks, parts: [], nextBreak: 0, after: undefined, writer: lineWriter() };
  writeNodes(rendering, template.nodes);
  endPart(rendering);
  return rendering.parts;
}

/** Renders a template. Values and included texts are put in as they are and never read again. */
export function renderTemplate(template: Template, scope: Scope): string {
  return renderParts(template, scope, [])
    .map((part) => part.text)
    .join('');
}
