import { type Diagnostic, diagnose } from './diagnostic.ts';
import type { Document, Json, Kind, Section } from './document.ts';
import { checkKindFields, fieldNames, kindNamed, readCommonFields } from './fields.ts';
import { isOneEditAway } from './nearest.ts';
import { readPromptDefinition } from './prompt-definition.ts';
import { type Reference, readReference } from './reference.ts';
import { decode } from './text/encoding.ts';
import { type FrontMatter, readFrontMatter } from './text/front-matter.ts';
import { sectionsOf } from './text/sections.ts';
import { parseTemplate } from './text/template.ts';
import { diagnoseText, withoutTagCharacters } from './text/unsafe-text.ts';

/** One file as it was found: whole and at rest. */
export interface SourceFile {
  readonly id: string;
  readonly bytes: Uint8Array;
  readonly hash: string;
  /** Milliseconds since 1970. */
  readonly modified: number;
}

/** What a file turned out to be: a document, diagnostics, or both. */
export interface Parsed {
  readonly document?: Document;
  readonly diagnostics: readonly Diagnostic[];
}

const LONGEST_TITLE = 200;
const LONGEST_DESCRIPTION = 2_000;
/** Folders under `context/` whose names are not their kind's name. */
const KIND_OF_FOLDER = new Map<string, Kind>([
  ['brand', 'guideline'],
  ['brands', 'guideline'],
  ['message', 'messaging'],
  ['messages', 'messaging'],
  ['campaign', 'learning'],
  ['campaigns', 'learning'],
]);

/** The inbox and what lies in it waits for a person. */
export function isInInbox(id: string): boolean {
  return /^inbox\//i.test(id);
}

/** Parts of prompts: under `prompts/parts/`. Their text is a template too, but nobody runs them. */
function isPart(id: string): boolean {
  return /^prompts\/parts\//i.test(id);
}

/** The kind that a file's place gives it. */
export function kindOfPlace(id: string): Kind {
  const [first = '', second = '', ...rest] = id.toLowerCase().split('/');
  const name = id.slice(id.lastIndexOf('/') + 1);
  if (/\.prompt\.md$/i.test(name)) return 'prompt';
  if (/^readme\./i.test(name)) return 'reference';
  if (first === 'prompts' && second !== '') return isPart(id) ? 'reference' : 'prompt';
  if (first !== 'context' || rest.length === 0) return 'reference';
  return kindNamed(second) ?? KIND_OF_FOLDER.get(second) ?? 'reference';
}

function oneLine(value: unknown, longest: number): string {
  return typeof value === 'string' ? value.replace(/\s+/g, ' ').trim().slice(0, longest) : '';
}

function readableName(id: string): string {
  const name = id.slice(id.lastIndexOf('/') + 1).replace(/(\.prompt)?\.[^.]+$/i, '');
  const words = name.replace(/[-_]+/g, ' ').trim();
  return words === '' ? name : words.charAt(0).toUpperCase() + words.slice(1);
}

/** `title`, else `name`, else what site generators call it, else the first heading, else the file's name made readable. */
function titleOf(front: FrontMatter, sections: readonly Section[], id: string): string {
  const { fields } = front;
  const field = (name: string): Json | undefined => (Object.hasOwn(fields, name) ? fields[name] : undefined);
  const meta = field('meta');
  const metaTitle = typeof meta === 'object' && meta !== null && 'title' in meta ? meta.title : undefined;
  // front matter that could not be read is text now, and its closing line makes a heading of it
  const isTrusted = front.isIntact || !front.body.trimStart().startsWith('---');
  const heading = sections.find(
    ({ level, heading }) => isTrusted && level > 0 && !/^(user|assistant)$/i.test(heading),
  )?.heading;
  for (const candidate of [field('title'), field('name'), field('navTitle'), metaTitle, heading]) {
    const title = typeof candidate === 'number' ? String(candidate) : oneLine(candidate, LONGEST_TITLE);
    if (title !== '') return title;
  }
  return readableName(id);
}

/** Fields that cannot be used, and unknown ones that are a letter away from one that the library knows. */
function diagnoseFields(front: FrontMatter, kind: Kind, path: string): Diagnostic[] {
  const faults = [...readCommonFields(front.fields).faults, ...checkKindFields(front.fields, kind)];
  const found = faults.map(({ field, given, hint }) =>
    diagnose(
      'wrong-value',
      { path, place: front.placeOf([field]) },
      {
        message: `${given} cannot be used as "${field}".`,
        hint,
      },
    ),
  );
  const known = fieldNames(kind);
  for (const key of Object.keys(front.fields)) {
    if (known.includes(key)) continue;
    const near = known.find((name) => isOneEditAway(key, name));
    if (near === undefined || Object.hasOwn(front.fields, near)) continue;
    const text = { message: `The field "${key}" means nothing here.`, hint: `Did you mean "${near}"?` };
    found.push(diagnose('unknown-field', { path, place: front.placeOf([key], 'key') }, text));
  }
  return found;
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

/** Reads one file. Never throws: whatever the bytes are, the answer is a document, diagnostics, or both. */
export function parse(file: SourceFile): Parsed {
  const path = file.id;
  const { text: written, diagnostics: ofBytes } = decode(file.bytes, path);
  if (written === undefined) return { diagnostics: ofBytes };
  const text = withoutTagCharacters(written);
  const front = readFrontMatter(text, path);
  const { common } = readCommonFields(front.fields);
  const kind = common.kind ?? kindOfPlace(path);
  const sections = sectionsOf(front.body, front.bodyLine);
  const anatomy = anatomyOf(front, kind, path);
  const inInbox = isInInbox(path);
  const document: Document = {
    id: path,
    kind,
    title: titleOf(front, sections, path),
    description: oneLine(common.description, LONGEST_DESCRIPTION),
    tags: common.tags ?? [],
    aliases: common.aliases ?? [],
    status: inInbox ? 'draft' : (common.status ?? 'approved'),
    ...(common.owner === undefined ? {} : { owner: common.owner }),
    ...(common.review_by === undefined ? {} : { reviewBy: common.review_by }),
    ...(common.valid_until === undefined ? {} : { validUntil: common.valid_until }),
    ...(common.supersedes === undefined
      ? {}
      : { supersedes: readReference(common.supersedes, front.placeOf(['supersedes'])) }),
    fields: front.fields,
    text,
    body: front.body,
    sections,
    size: file.bytes.length,
    modified: new Date(file.modified).toISOString(),
    hash: file.hash,
    isInInbox: inInbox,
    isIntact: front.isIntact,
    ...(anatomy.prompt === undefined ? {} : { prompt: anatomy.prompt }),
    includes: anatomy.includes,
  };
  const diagnostics = [
    ...ofBytes,
    ...diagnoseText(written, path),
    ...front.diagnostics,
    ...diagnoseFields(front, kind, path),
    ...anatomy.diagnostics,
  ];
  if (text.trim() === '') {
    const words = { message: 'The file is empty.', hint: 'Write something into it, or delete it.' };
    diagnostics.push(diagnose('file-empty', { path }, words));
  }
  return { document, diagnostics };
}
