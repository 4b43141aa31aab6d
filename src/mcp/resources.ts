import type { ReadResourceResult, Resource, ResourceTemplateType } from '@modelcontextprotocol/server';
import { DIGEST_DAYS } from '../journal/digest/digest.ts';
import { today } from '../library/day.ts';
import { type Document, type Kind, textOfSection } from '../library/document.ts';
import { lookUp } from '../library/find.ts';
import { forceOf, textUnderNote, titleWithMark } from '../library/force.ts';
import type { Snapshot } from '../library/snapshot.ts';
import { Refusal } from '../refusal.ts';
import { type Page, pageOf } from './cursor.ts';
import { digestOfDays } from './digest.ts';
import { type Answered, usedOnce } from './recording.ts';
import { statusOf, statusPage } from './status.ts';
import { type Surface, snapshotOf } from './surface.ts';
import { DIGEST_URI, DOCUMENT_TEMPLATE, LONGEST_URI, referenceFrom, STATUS_URI, uriOf } from './uri.ts';

const PAGE = 100;
/** How much a document of a kind matters to an assistant that may take only some: 0 to 1. */
const PRIORITY: Readonly<Record<Kind, number>> = {
  guideline: 1,
  messaging: 0.9,
  persona: 0.8,
  learning: 0.6,
  workflow: 0.5,
  prompt: 0.5,
  reference: 0.4,
  win: 0.2,
};

function mimeTypeOf(id: string): string {
  return /\.txt$/i.test(id) ? 'text/plain' : 'text/markdown';
}

function resourceOf(document: Document, snapshot: Snapshot): Resource {
  const force = forceOf(snapshot, document, today());
  return {
    uri: uriOf(document.id),
    name: document.id,
    title: titleWithMark(document, force),
    ...(document.description === '' ? {} : { description: document.description }),
    mimeType: mimeTypeOf(document.id),
    size: document.size,
    annotations: {
      audience: ['user', 'assistant'],
      priority: force.isInForce ? PRIORITY[document.kind] : 0.1,
      lastModified: document.modified,
    },
  };
}

const STATUS: Resource = {
  uri: STATUS_URI,
  name: 'status',
  title: 'Status of the library',
  description: 'What the library holds, how fresh it is, and what editors should mend.',
  mimeType: 'text/markdown',
  annotations: { audience: ['user'], priority: 0.1 },
};

const DIGEST: Resource = {
  uri: DIGEST_URI,
  name: 'digest',
  title: 'Digest of the week',
  description: 'What is new, the wins, what nobody could find, and what waits for somebody: the agenda of 15 minutes.',
  mimeType: 'text/markdown',
  annotations: { audience: ['user', 'assistant'], priority: 0.3 },
};

/** The documents that are written when they are asked for, by URI. */
const GENERATED = new Map<string, (surface: Surface) => string | Promise<string>>([
  [STATUS_URI, (surface) => statusPage(statusOf(surface))],
  [DIGEST_URI, (surface) => digestOfDays(surface, DIGEST_DAYS)],
]);

/** The text of a document that is written when it is asked for; undefined for the URIs of all others. */
export async function readGenerated(surface: Surface, uri: string): Promise<string | undefined> {
  return GENERATED.get(uri)?.(surface);
}

/** One page of the list. The generated documents stand on the first page. */
export async function resourcesPage(surface: Surface, cursor: string | undefined): Promise<Page<Resource>> {
  const snapshot = await snapshotOf(surface);
  const documents = [...snapshot.documents.values()].filter(({ isInInbox }) => !isInInbox);
  const own = cursor === undefined ? [STATUS, DIGEST] : [];
  const page = pageOf(documents, PAGE - own.length, { cursor, keyOf: ({ id }) => id });
  return { ...page, rows: [...own, ...page.rows.map((document) => resourceOf(document, snapshot))] };
}

export const RESOURCE_TEMPLATES: ResourceTemplateType[] = [
  {
    uriTemplate: DOCUMENT_TEMPLATE,
    name: 'document',
    title: 'A document of the library',
    description: 'Any file of the library by its path; add #section for one section of it.',
    mimeType: 'text/markdown',
  },
];

/**
 * The text of a document as it stands, or of one section, below a note when it is not in force. Throws a Refusal that names
 * the nearest ids.
 */
export async function readResource(surface: Surface, uri: string): Promise<Answered<ReadResourceResult>> {
  if (uri.length > LONGEST_URI) throw new Refusal(`A URI has at most ${LONGEST_URI} characters.`);
  const generated = await readGenerated(surface, uri);
  if (generated !== undefined) return { result: { contents: [{ uri, mimeType: 'text/markdown', text: generated }] } };
  const snapshot = await snapshotOf(surface);
  const { path, anchor } = referenceFrom(uri);
  const found = lookUp(snapshot, uri.startsWith('team:') ? path : '', anchor);
  if (found.type === 'no document') {
    throw new Refusal(
      `There is no document at ${uri} in the library.`,
      found.near.map((id) => uriOf(id)),
    );
  }
  if (found.document.isInInbox) {
    const { id } = found.document;
    throw new Refusal(
      `"${id}" waits in the inbox until somebody on the team has reviewed it. Read it with the tool fetch.`,
      [id],
    );
  }
  if (found.type === 'no section') {
    const uris = found.anchors.slice(0, PAGE).map((each) => uriOf(found.document.id, each));
    throw new Refusal(`"${found.document.id}" has no section "${anchor}".`, uris);
  }
  const { document, section } = found;
  const text = section === undefined ? document.text : textOfSection(document, section);
  const noted = textUnderNote(text, forceOf(snapshot, document, today()));
  const contents = [{ uri, mimeType: mimeTypeOf(document.id), text: noted }];
  return { result: { contents }, used: usedOnce('document', [document.id]) };
}
