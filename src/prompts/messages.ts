import type { Document, PromptDefinition } from '../library/document.ts';
import { withoutBlankEdges } from './includes.ts';
import { type Break, renderParts, type Scope } from './render.ts';

export type Role = 'user' | 'assistant';

/** One message of a rendered prompt. */
export interface PromptMessage {
  readonly role: Role;
  readonly text: string;
}

/** A heading that begins a message. */
interface RoleHeading extends Break {
  readonly role: Role;
}

function roleOf(heading: string): Role | undefined {
  const word = heading.trim().toLowerCase();
  return word === 'user' || word === 'assistant' ? word : undefined;
}

/** Where a heading's own lines end: one line, or two when it is underlined. */
function headingEnd(body: string, start: number): number {
  const lines = /^[^\S\r\n]*#/.test(body.slice(start, start + 8)) ? 1 : 2;
  const line = /\r\n?|\n|$/g;
  line.lastIndex = start;
  for (let count = 1; count < lines; count++) line.exec(body);
  const last = line.exec(body);
  return last === null ? body.length : last.index + last[0].length;
}

/**
 * The headings that make messages of a body: all of its top-level headings, when each is `user` or `assistant` and
 * nothing stands before the first. Otherwise none.
 */
function roleHeadings({ body, sections }: Document): readonly RoleHeading[] {
  const headings: RoleHeading[] = [];
  for (const section of sections) {
    if (section.level !== 1) continue;
    const role = roleOf(section.heading);
    if (role === undefined) return [];
    headings.push({ role, start: section.start, end: headingEnd(body, section.start) });
  }
  const before = body.slice(0, headings[0]?.start ?? 0);
  return before.trim() === '' ? headings : [];
}

/**
 * Renders a prompt's text as messages; a prompt without role headings is one message of the user. The messages are cut
 * where the template has its headings, so that no value can make one. Blank ones are left out.
 */
export function renderMessages(document: Document, definition: PromptDefinition, scope: Scope): PromptMessage[] {
  return renderParts(definition.template, scope, roleHeadings(document))
    .map(({ after, text }): PromptMessage => ({ role: after?.role ?? 'user', text: withoutBlankEdges(text) }))
    .filter((message) => message.text !== '');
}
