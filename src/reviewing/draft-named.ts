import type { Document } from '../library/document.ts';
import { nearest } from '../library/nearest.ts';
import { fileNameOf } from '../library/path-parts.ts';
import { oneLine } from '../library/text/one-line.ts';
import { Refusal } from '../refusal.ts';

const LONGEST_SHOWN = 120;
const MOST_NEAR = 3;
const SHORT = 8;

/** What tells what a draft says now from what it says at another time, short enough to be typed. */
export function versionOf({ hash }: Document): string {
  return hash.slice(0, SHORT);
}

/** What was typed, and the version that is meant where one was typed behind it. */
interface Typed {
  readonly name: string;
  readonly version?: string;
}

/** `a.md@1a2b3c4d`: no file of the library has such an ending. */
function readTyped(typed: string): Typed {
  const [, name, version] = /^(.+)@([0-9a-f]{8,64})$/is.exec(typed.trim()) ?? [];
  if (name === undefined || version === undefined) return { name: typed };
  return { name, version: version.toLowerCase() };
}

const shown = (id: string): string => oneLine(id, LONGEST_SHOWN);
const listed = (ids: readonly string[]): string => ids.slice(0, MOST_NEAR).map(shown).join(', ');

function found(drafts: readonly Document[], typed: string): Document {
  const wanted = typed
    .trim()
    .normalize('NFC')
    .replace(/^\.?\//, '');
  const exact = drafts.find(({ id }) => id === wanted);
  if (exact !== undefined) return exact;
  const idsOf = (documents: readonly Document[]): readonly string[] => documents.map(({ id }) => id);
  const [named, other, ...others] = drafts.filter(({ id }) => fileNameOf(id) === wanted);
  if (named !== undefined && other === undefined) return named;
  if (named !== undefined && other !== undefined) {
    const ids = idsOf([named, other, ...others]);
    throw new Refusal(`Several drafts are called "${shown(wanted)}": ${listed(ids)}. Type the whole path.`, ids);
  }
  const begun =
    wanted === '' ? [] : drafts.filter(({ id }) => id.startsWith(wanted) || fileNameOf(id).startsWith(wanted));
  const [only, another] = begun;
  if (only !== undefined && another === undefined) return only;
  if (only !== undefined) {
    const ids = idsOf(begun).slice(0, MOST_NEAR);
    throw new Refusal(`Several drafts begin with "${shown(wanted)}": ${listed(ids)}. Type more of the name.`, ids);
  }
  const names = new Set(drafts.map(({ id }) => fileNameOf(id)));
  const near = nearest(fileNameOf(wanted), names, MOST_NEAR);
  const hint = near.length === 0 ? '"team-context review --list" shows what waits.' : `Did you mean ${listed(near)}?`;
  throw new Refusal(`No draft in the inbox is called "${shown(wanted)}". ${hint}`, near);
}

/**
 * The draft that somebody means by its path, its file's name or the beginning of one of them; with a version behind it,
 * only while it is that. Throws a Refusal.
 */
export function draftNamed(drafts: readonly Document[], typed: string): Document {
  const { name, version } = readTyped(typed);
  const draft = found(drafts, name);
  if (version === undefined || draft.hash.startsWith(version)) return draft;
  throw new Refusal(
    `Nothing was changed: "${shown(draft.id)}" is no longer what you looked at (${shown(version)}), but ${versionOf(draft)}. Look at it again with --show, and decide then.`,
  );
}
