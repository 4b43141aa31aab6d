import type { Document, Kind, Section, Status } from '../library/document.ts';
import type { Change } from '../library/snapshot.ts';

/** The parts of a text in which words are looked for, and which count differently. */
export const FIELDS = ['title', 'headings', 'tags', 'path', 'body'] as const;
export type Field = (typeof FIELDS)[number];

/** One searchable passage: neighbouring sections of a document, or a piece of a long one. */
export interface Passage {
  /** The document's id, with `#anchor` for a passage that begins with a heading. */
  readonly id: string;
  /** The document's id. */
  readonly document: string;
  /** The sections that it touches, in their order. */
  readonly sections: readonly Section[];
  /** Offsets into the document's body. */
  readonly start: number;
  readonly end: number;
  readonly fields: Readonly<Record<Field, string>>;
}

/** What a caller wants to know. */
export interface Question {
  readonly query: string;
  /** Up to five other phrasings of the same need. */
  readonly also?: readonly string[];
  readonly kind?: Kind;
  /** Only documents that have all of these, in whatever case. */
  readonly tags?: readonly string[];
  /** `draft` asks for drafts, the inbox included; without it nothing from the inbox is found. */
  readonly status?: Status;
  /** The most hits that are wanted. */
  readonly limit: number;
  /** The query is still being typed: its last word may be the beginning of one. */
  readonly isTyping?: boolean;
  /** How many members used each document lately, by its id; what many use ranks a little higher. */
  readonly usedBy?: ReadonlyMap<string, number>;
  /** Each hit is to say why it stands where it stands. */
  readonly explain?: boolean;
}

/** One thing that was asked for and that a hit has. */
export interface Match {
  /** The words of the question. */
  readonly asked: string;
  /** What was found for them, as the document writes it. */
  readonly word: string;
  /** How the term came to be looked for: `asked`, or the kind of expansion. */
  readonly origin: string;
  /** How much the term counts beside a word that was asked, from 0 to 1. */
  readonly weight: number;
  /** Where it stands and how often, and what that is worth. */
  readonly fields: readonly { readonly field: string; readonly count: number; readonly score: number }[];
}

/** Why a hit stands where it stands. */
export interface Explanation {
  /** Those of the whole document and of its best passage, each worth most first. */
  readonly document: readonly Match[];
  readonly passage: readonly Match[];
  /** The factors below 1 by which the score was lowered, and why. */
  readonly lowered: readonly { readonly because: string; readonly factor: number }[];
  /** The factors above 1, and why. */
  readonly raised: readonly { readonly because: string; readonly factor: number }[];
}

/** A document that answers, with the section that does. A document is never more than one hit. */
export interface Hit {
  /** The document's id, with `#anchor` for a section. */
  readonly id: string;
  readonly document: Document;
  readonly section?: Section;
  /** About 300 characters of whole sentences around the words asked for, without markup. */
  readonly snippet: string;
  /** From 0 to 1, in relation to the best hit of this answer, which has 1. */
  readonly score: number;
  /** Only when it was asked for. */
  readonly explanation?: Explanation;
}

/** A word that no document has, and the word that was looked for in its place. */
export interface Corrected {
  readonly asked: string;
  readonly shown: string;
}

export interface Answer {
  /** Best first. */
  readonly hits: readonly Hit[];
  /** Plain sentences for whoever asked, when nothing or only weak hits were found. */
  readonly notice?: string;
  /** Empty when every word was taken as it was asked. */
  readonly corrections: readonly Corrected[];
  /** The part of what was asked for that the best of the first hits have, from 0 to 1, by the weight of the words. */
  readonly strength: number;
  /** Whether that is so little that the hits are hardly an answer; so too when there are none. */
  readonly isWeak: boolean;
  /** How many documents have anything of what was asked for. */
  readonly total: number;
}

/** Finds the passages of the library that answer a question. Any engine can stand behind it. */
export interface Engine {
  /** Takes in one change of the library; what is searched afterwards is answered from it. */
  apply(change: Change): Promise<void>;
  /** Waits for the changes that were given before. Whatever the words are, they are only words. */
  search(question: Question): Promise<Answer>;
  /** `building` is how many documents still wait to be taken in; absent when none does. */
  status(): { readonly passages: number; readonly terms: number; readonly building?: number };
  /** Ends all work; nothing can be asked afterwards. */
  close(): Promise<void>;
}
