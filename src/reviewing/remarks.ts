import type { Diagnostic } from '../library/diagnostic.ts';
import type { Document } from '../library/document.ts';
import { fieldNamed } from '../library/fields.ts';
import { targetOf } from '../library/find.ts';
import type { Snapshot } from '../library/snapshot.ts';
import { oneLine } from '../library/text/one-line.ts';
import { describeNameTaken } from '../library/wished-name.ts';
import { type Aimed, findAimed } from './aimed-at-assistants.ts';
import { whyNotApprovable } from './approval.ts';
import { compareWording, type Likeness } from './likeness.ts';

/** What sort of thing a reviewer should look at, the most important first. */
export const SORTS = [
  'secret',
  'invisible',
  'instruction',
  'replaces',
  'name',
  'obstacle',
  'error',
  'warning',
  'likeness',
  'status',
  'links',
  'size',
] as const;

/** Something that a reviewer should look at before they decide. Safe to be shown. */
export interface Remark {
  readonly sort: (typeof SORTS)[number];
  /** Absent for what concerns the whole draft. */
  readonly line?: number;
  readonly says: string;
}

const LONGEST_SENTENCE = 600;
const LONGEST_ID = 200;
const LONGEST_HOST = 80;
const MOST_HOSTS = 10;
const MOST_OF_A_SORT = 20;
/** More than this nobody reads in one sitting: bytes. */
const LONG = 32_768;

function sortOf({ code, severity }: Diagnostic): Remark['sort'] {
  if (code === 'possible-secret') return 'secret';
  if (code === 'invisible-text') return 'invisible';
  return severity === 'error' ? 'error' : 'warning';
}

function remarkOf(diagnostic: Diagnostic): Remark {
  const says = oneLine(`${diagnostic.message} ${diagnostic.hint}`, LONGEST_SENTENCE);
  return { sort: sortOf(diagnostic), line: diagnostic.line, says };
}

function remarkOfAimed({ line, does, quoted }: Aimed): Remark {
  return { sort: 'instruction', line, says: `This line ${does}: "${quoted}"` };
}

function remarkOfLikeness({ id, part }: Likeness): Remark {
  return { sort: 'likeness', says: `${Math.round(100 * part)} % of its words stand in ${oneLine(id, LONGEST_ID)}.` };
}

/** The hosts to which a text links, each once, in the order in which they come. */
export function hostsIn(text: string): readonly string[] {
  const hosts = new Set<string>();
  for (const [, authority = ''] of text.matchAll(/https?:\/\/([^\s/?#\\()<>"'`\]|]{1,253})/gi)) {
    const host = authority
      .slice(authority.lastIndexOf('@') + 1)
      .replace(/:\d*$/, '')
      .replace(/[.,;:!*]+$/, '')
      .toLowerCase();
    if (host !== '') hosts.add(host);
  }
  return [...hosts];
}

function remarkOfLinks(text: string): Remark[] {
  const hosts = hostsIn(text);
  if (hosts.length === 0) return [];
  const shown = hosts.slice(0, MOST_HOSTS).map((host) => oneLine(host, LONGEST_HOST));
  const more = hosts.length > MOST_HOSTS ? ` and ${hosts.length - MOST_HOSTS} more` : '';
  return [{ sort: 'links', says: `It links to ${shown.join(', ')}${more}.` }];
}

/** What the front matter says of a draft that would keep it out of use once it is approved. */
export function lastingStatus({ fields }: Document): 'draft' | 'deprecated' | undefined {
  const status = oneLine(fieldNamed(fields, 'status')?.value ?? '', 40)
    .trim()
    .toLowerCase();
  return status === 'draft' || status === 'deprecated' ? status : undefined;
}

function remarkOfStatus(draft: Document): Remark[] {
  const status = lastingStatus(draft);
  if (status === undefined) return [];
  return [
    {
      sort: 'status',
      says: `Its front matter says "status: ${status}", so it would stay ${status === 'draft' ? 'a draft' : 'out of use'}. Take the line out if it is to be used.`,
    },
  ];
}

/** What it would push out of use. */
function remarkOfReplaced(draft: Document, snapshot: Snapshot): Remark[] {
  const replaced = draft.supersedes && targetOf(snapshot, draft.supersedes);
  if (replaced === undefined || replaced.isInInbox || lastingStatus(draft) !== undefined) return [];
  const id = oneLine(replaced.id, LONGEST_ID);
  return [{ sort: 'replaces', says: `When it is approved it replaces ${id} for everybody.` }];
}

function remarkOfName(draft: Document, snapshot: Snapshot): Remark[] {
  const taken = describeNameTaken(draft, snapshot);
  return taken === undefined ? [] : [{ sort: 'name', says: taken }];
}

function remarkOfSize({ size }: Document): Remark[] {
  return size <= LONG ? [] : [{ sort: 'size', says: `It is long: ${Math.ceil(size / 1_024)} KiB.` }];
}

function remarkOfObstacle({ text }: Document): Remark[] {
  const obstacle = whyNotApprovable(text);
  return obstacle === undefined ? [] : [{ sort: 'obstacle', says: `It cannot be approved as it stands. ${obstacle}` }];
}

/** At most so many of each sort, by sort and line. */
function inOrder(remarks: readonly Remark[]): readonly Remark[] {
  return SORTS.flatMap((sort) =>
    remarks
      .filter((remark) => remark.sort === sort)
      .sort((a, b) => (a.line ?? 0) - (b.line ?? 0))
      .slice(0, MOST_OF_A_SORT),
  );
}

/** What a reviewer should look at, by the id of the draft. All drafts at once, since the library is gone through for them. */
export function remarksOn(drafts: readonly Document[], snapshot: Snapshot): ReadonlyMap<string, readonly Remark[]> {
  const likenesses = compareWording(drafts, snapshot.documents.values());
  const diagnostics = new Map<string, Diagnostic[]>(drafts.map(({ id }) => [id, []]));
  for (const diagnostic of snapshot.diagnostics)
    if (diagnostic.severity !== 'info') diagnostics.get(diagnostic.path)?.push(diagnostic);
  return new Map(
    drafts.map((draft) => [
      draft.id,
      inOrder([
        ...(diagnostics.get(draft.id) ?? []).map(remarkOf),
        ...findAimed(draft.text).map(remarkOfAimed),
        ...remarkOfReplaced(draft, snapshot),
        ...remarkOfName(draft, snapshot),
        ...remarkOfObstacle(draft),
        ...(likenesses.get(draft.id) ?? []).map(remarkOfLikeness),
        ...remarkOfStatus(draft),
        ...remarkOfLinks(draft.text),
        ...remarkOfSize(draft),
      ]),
    ]),
  );
}
