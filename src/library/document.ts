import type { Place } from './diagnostic.ts';
import type { Reference } from './reference.ts';
import type { Template } from './text/template.ts';

/** What sort of document a file is, in the order in which lists show them. */
export const KINDS = [
  'guideline',
  'persona',
  'messaging',
  'learning',
  'workflow',
  'win',
  'prompt',
  'reference',
] as const;
export type Kind = (typeof KINDS)[number];

export const STATUSES = ['draft', 'approved', 'deprecated'] as const;
export type Status = (typeof STATUSES)[number];

/** A plain value of front matter: what JSON can hold. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
export type Fields = { readonly [key: string]: Json };

/** A heading and the text under it. `start`, `end` and `outerEnd` are offsets into the document's body. */
export interface Section {
  /** The heading as a slug, unique in its document; empty for the text before the first heading. */
  readonly anchor: string;
  readonly heading: string;
  /** 1 to 6; 0 for the text before the first heading. */
  readonly level: number;
  /** The headings above this one, outermost first. */
  readonly trail: readonly string[];
  /** The line of the heading in its file, from 1. */
  readonly line: number;
  /** Where the heading begins. */
  readonly start: number;
  /** Where the next heading begins, of whatever level. */
  readonly end: number;
  /** Where the next heading of the same or a higher level begins: this section with all that is below it. */
  readonly outerEnd: number;
}

/** A value that a person fills in when they run a prompt. */
export interface Argument {
  readonly name: string;
  readonly description: string;
  readonly required: boolean;
  /** The values that are accepted; empty when any text is. */
  readonly options: readonly string[];
  readonly default?: string;
  /** The choices are the library's documents of this kind, and the chosen one comes along as context. */
  readonly from?: Kind;
  readonly place: Place;
}

/** What makes a document a prompt. */
export interface PromptDefinition {
  /** The name on the wire that the front matter asks for. */
  readonly name?: string;
  readonly arguments: readonly Argument[];
  /** Documents and sections that come along, in this order. */
  readonly context: readonly Reference[];
  readonly template: Template;
}

/** One file of the library, read and understood. Never changes. */
export interface Document {
  /** The path inside the library, NFC, with its extension and `/`. */
  readonly id: string;
  readonly kind: Kind;
  readonly title: string;
  readonly description: string;
  readonly tags: readonly string[];
  /** Other names that people use for it. */
  readonly aliases: readonly string[];
  readonly status: Status;
  readonly owner?: string;
  /** ISO dates, `2027-01-31`. */
  readonly reviewBy?: string;
  readonly validUntil?: string;
  /** The document that this one replaces. */
  readonly supersedes?: Reference;
  /** The whole front matter as it was written, unknown fields included. */
  readonly fields: Fields;
  /** The whole file. */
  readonly text: string;
  /** What follows the front matter: always the end of `text`. */
  readonly body: string;
  readonly sections: readonly Section[];
  /** Bytes on disk. */
  readonly size: number;
  /** When the file was last changed: ISO time in UTC. */
  readonly modified: string;
  /** Differs whenever the file's bytes differ. */
  readonly hash: string;
  /** The file lies in `inbox/` and waits for a person. */
  readonly isInInbox: boolean;
  /** Its front matter could be read; a later version that is not intact does not replace this one. */
  readonly isIntact: boolean;
  /** Only for documents of the kind `prompt`. */
  readonly prompt?: PromptDefinition;
  /** The parts that its text includes. Only for prompts and for parts of prompts. */
  readonly includes: readonly Reference[];
}

/** The text of a section with everything below it, its heading first. */
export function textOfSection(document: Document, section: Section): string {
  return document.body.slice(section.start, section.outerEnd).trimEnd();
}
