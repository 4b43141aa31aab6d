import { type Diagnostic, diagnose } from './diagnostic.ts';
import type { Document, Json, Kind, Section, Status } from './document.ts';
import {
  type CommonFields,
  checkKindFields,
  type FieldFault,
  fieldNamed,
  fieldNames,
  isKnownField,
  readCommonFields,
} from './fields.ts';
import { isInInbox } from './inbox.ts';
import { isOneEditAway } from './nearest.ts';
import { isPart, kindOfPlace, stemOf } from './path.ts';
import { readPromptDefinition } from './prompt-definition.ts';
import { type Reference, readReference } from './reference.ts';
import { decode } from './text/encoding.ts';
import { type FrontMatter, readFrontMatter } from './text/front-matter.ts';
import { readSections } from './text/sections.ts';
import { withoutTagCharacters } from './text/tag-characters.ts';
import { parseTemplate } from './text/template.ts';
import { diagnoseText } from './text/unsafe-text.ts';

/** One file as it was found: whole and at rest. */
export interface SourceFile {
  readonly id: string;
  readonly bytes: Uint8Array;
  readonly hash: string;
  /** Milliseconds since 1970. */
  readonly modified: number;
}

/** One file whose contents were read before, and what they turned out to be. */
export interface RecalledFile {
  readonly id: string;
  readonly bytes?: undefined;
  readonly hash: string;
  readonly modified: number;
  /** Of these contents at this id; the time may be another. */
  readonly parsed: Parsed;
}

/** A file as it was found: its contents, or what these very contents are known to be. */
export type FoundFile = SourceFile | RecalledFile;

/** What a file turned out to be: a document, diagnostics, or both. */
export interface Parsed {
  readonly document?: Document;
  readonly diagnostics: readonly Diagnostic[];
}

const LONGEST_TITLE = 200;
const LONGEST_DESCRIPTION = 2_000;

function oneLine(value: unknown, longest: number): string {
  return typeof value === 'string' ? value.replace(/\s+/g, ' ').trim().slice(0, longest) : '';
}

function readableName(id: string): string {
  const name = stemOf(id);
  const words = name.replace(/[-_]+/g, ' ').trim();
  return words === '' ? name : words.charAt(0).toUpperCase() + words.slice(1);
}

/** `title`, else `name`, else what site generators call it, else the first heading, else the file's name made readable. */
function titleOf(front: FrontMatter, sections: readonly Section[], id: string): string {
  const { fields } = front;
  const field = (name: string): Json | undefined => fieldNamed(fields, name)?.value;
  const meta = field('meta');
  const metaTitle = typeof meta === 'object' && meta !== null && 'title' in meta ? meta.title : undefined;
  // front matter that could not be read is text now, and its closing line makes a heading of it
  const isTrusted = front.isIntact || !front.body.trimStart().startsWith('---');
  const top = sections.filter(({ level }) => level === 1);
  const isConversation = top.length > 0 && top.every(({ heading }) => /^(user|assistant)$/i.test(heading));
  const heading = sections.find(({ level }) => isTrusted && !isConversation && level > 0)?.heading;
  for (const candidate of [field('title'), field('name'), field('navTitle'), metaTitle, heading]) {
    const isFigure = typeof candidate === 'number' || typeof candidate === 'boolean';
    const title = isFigure ? String(candidate) : oneLine(candidate, LONGEST_TITLE);
    if (title !== '') return title;
  }
  return readableName(id);
}

/** Fields that are there but cannot be used. */
function diagnoseFaults(faults: readonly FieldFault[], front: FrontMatter, path: string): Diagnostic[] {
  return faults.map(({ field, given, hint }) => {
    const where = { path, place: front.placeOf([field]) };
    return diagnose('wrong-value', where, { message: `${given} cannot be used as "${field}".`, hint });
  });
}

/** Unknown fields that are a letter away from one that the library knows. */
function diagnoseMisspelt(front: FrontMatter, kind: Kind, path: string): Diagnostic[] {
  const known = fieldNames(kind);
  const found: Diagnostic[] = [];
  for (const key of Object.keys(front.fields)) {
    if (isKnownField(key, kind)) continue;
    const near = known.find((name) => isOneEditAway(key, name));
    if (near === undefined || Object.hasOwn(front.fields, near)) continue;
    const text = { message: `The field "${key}" means nothing here.`, hint: `Did you mean "${near}"?` };
    found.push(diagnose('unknown-field', { path, place: front.placeOf([key], 'key') }, text));
  }
  return found;
}

function diagnoseEmpty(text: string, path: string): Diagnostic[] {
  if (text.trim() !== '') return [];
  const words = { message: 'The file is empty.', hint: 'Write something into it, or delete it.' };
  return [diagnose('file-empty', { path }, words)];
}

interface Anatomy {
  readonly prompt?: Document['prompt'];
  readonly includes: readonly Reference[];
  readonly diagnostics: readonly Diagnostic[];
}

/** What of a document is a template: a prompt's text, and a part's. */
function anatomyOf(front: FrontMatter, kind: Kind, path: string): Anatomy {
  if (kind !== 'prompt' && !isPart(path)) return { includes: [], diagnostics: [] };
  const { template, diagnostics } = parseTemplate(front.body, { path, line: front.bodyLine });
  if (kind !== 'prompt') return { includes: template.includes, diagnostics };
  const { definition, diagnostics: ofDefinition } = readPromptDefinition(front, template, path);
  return { prompt: definition, includes: template.includes, diagnostics: [...diagnostics, ...ofDefinition] };
}

/** What the front matter says of a document, beside its title and its kind. */
function describedBy(front: FrontMatter, common: CommonFields, id: string) {
  const { supersedes } = common;
  const inInbox = isInInbox(id);
  const status: Status = inInbox ? 'draft' : (common.status ?? 'approved');
  return {
    description: oneLine(common.description, LONGEST_DESCRIPTION),
    tags: common.tags ?? [],
    aliases: common.aliases ?? [],
    status,
    owner: common.owner,
    reviewBy: common.review_by,
    validUntil: common.valid_until,
    supersedes: supersedes === undefined ? undefined : readReference(supersedes, front.placeOf(['supersedes'])),
    fields: front.fields,
    isIntact: front.isIntact,
    isInInbox: inInbox,
  };
}

function timeOf(modified: number): string {
  return new Date(modified).toISOString();
}

/** Reads one file. Never throws: whatever the bytes are, the answer is a document, diagnostics, or both. */
export function parse(file: SourceFile): Parsed {
  const { id } = file;
  const { text: written, diagnostics: ofBytes } = decode(file.bytes, id);
  if (written === undefined) return { diagnostics: ofBytes };
  const text = withoutTagCharacters(written);
  const front = readFrontMatter(text, id);
  const { common, faults } = readCommonFields(front.fields);
  const kind = common.kind ?? kindOfPlace(id);
  const { sections, diagnostics: ofSections } = readSections(front.body, { path: id, line: front.bodyLine });
  const { prompt, includes, diagnostics: ofTemplate } = anatomyOf(front, kind, id);
  const document: Document = {
    id,
    kind,
    title: titleOf(front, sections, id),
    ...describedBy(front, common, id),
    text,
    body: front.body,
    sections,
    size: file.bytes.length,
    modified: timeOf(file.modified),
    hash: file.hash,
    prompt,
    includes,
  };
  const diagnostics = [
    ...ofBytes,
    ...diagnoseText(written, id),
    ...front.diagnostics,
    ...ofSections,
    ...diagnoseFaults([...faults, ...checkKindFields(front.fields, kind)], front, id),
    ...diagnoseMisspelt(front, kind, id),
    ...ofTemplate,
    ...diagnoseEmpty(text, id),
  ];
  return { document, diagnostics };
}

/** What a file is whose contents are known: the same as if it were parsed. */
export function recalled({ parsed, modified }: RecalledFile): Parsed {
  const { document } = parsed;
  const time = timeOf(modified);
  return document === undefined || document.modified === time
    ? parsed
    : { ...parsed, document: { ...document, modified: time } };
}
