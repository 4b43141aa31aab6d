import { createHash } from 'node:crypto';
import type { Document } from '../library/document.ts';
import { homeFor } from '../library/homes.ts';
import { INBOX } from '../library/inbox.ts';
import type { Library } from '../library/library.ts';
import { type Parsed, parse } from '../library/parse.ts';
import type { Snapshot } from '../library/snapshot.ts';
import { builtInWishedBy, describeNameTaken } from '../library/wished-name.ts';
import { Refusal } from '../refusal.ts';
import { openAllowance } from './allowance.ts';
import type { Draft } from './draft.ts';

/** Who shares something. */
export interface Sharer {
  /** Shown to colleagues. */
  readonly name: string;
  /** Tells members apart, whatever they are called. */
  readonly principal: string;
}

/** A file that was shared. */
export interface Shared {
  readonly id: string;
  /** It is part of the library at once, as the team has decided; else it waits for a person. */
  readonly isLive: boolean;
  /** What whoever shared it, or reviews it, should look at: one text each. */
  readonly notices: readonly string[];
}

/** The way by which drafts of members become files: of the inbox or, where the team has decided so, of the library. */
export interface Sharing {
  /** Throws a Refusal when nothing was saved, or nobody knows whether it was. */
  share(draft: Draft, sharer: Sharer): Promise<Shared>;
}

export interface SharingOptions {
  readonly library: Pick<Library, 'create' | 'current'>;
  /** Milliseconds that only grow. */
  readonly now?: () => number;
}

const MOST_AN_HOUR = 20;
const HOUR_MS = 3_600_000;

/** What the library will make of a draft. */
function preview({ text }: Draft): Parsed {
  const bytes = new TextEncoder().encode(text);
  const hash = createHash('sha256').update(bytes).digest('hex');
  return parse({ id: `${INBOX}/draft.md`, bytes, hash, modified: 0 });
}

/** Refuses what the library could not read again as what it is. */
function check(draft: Draft): Parsed {
  const parsed = preview(draft);
  const { document } = parsed;
  if (document?.isIntact === true && document.kind === draft.kind) return parsed;
  throw new Refusal(
    'Nothing was saved: a file cannot hold this much besides its text. Make the title, the lists and the descriptions shorter.',
  );
}

/** Where what is shared becomes part of the library at once; undefined where it waits in the inbox. */
function directFolder(library: Pick<Library, 'current'>, { kind }: Draft): string | undefined {
  const snapshot = library.current();
  return snapshot.settings.sharing === 'direct' ? homeFor(snapshot, kind, 'Nothing was saved') : undefined;
}

/** The prompt that a draft becomes, when it asks for a name: the name of its file is another one each time. */
function namedPrompt({ document }: Parsed): Document | undefined {
  return document?.prompt?.name === undefined ? undefined : document;
}

/** Refuses what would be in everybody's menu at once in the place of a prompt that comes with this program. */
function checkName(parsed: Parsed): void {
  const prompt = namedPrompt(parsed);
  const builtIn = prompt && builtInWishedBy(prompt);
  if (builtIn === undefined) return;
  throw new Refusal(
    `Nothing was saved: this would take the place of the built-in prompt "${builtIn}" for everybody. Choose another title.`,
  );
}

function noticesOf(parsed: Parsed, snapshot: Snapshot): string[] {
  const notices = parsed.diagnostics.flatMap((diagnostic) => {
    const { severity, message, hint, line } = diagnostic;
    return severity === 'info' ? [] : [`Line ${line}: ${message} ${hint}`];
  });
  const prompt = namedPrompt(parsed);
  const taken = prompt && describeNameTaken(prompt, snapshot);
  return taken === undefined ? notices : [...notices, taken];
}

export function openSharing({ library, now }: SharingOptions): Sharing {
  const clock = now === undefined ? {} : { now };
  const allowance = openAllowance({ most: MOST_AN_HOUR, perMs: HOUR_MS, ...clock });
  return {
    async share(draft, { principal }) {
      const parsed = check(draft);
      const folder = directFolder(library, draft);
      if (folder !== undefined) checkName(parsed);
      const notices = noticesOf(parsed, library.current());
      const giveBack = allowance.take(principal);
      try {
        const id = await library.create({ ...draft, ...(folder === undefined ? {} : { folder }) });
        return { id, isLive: folder !== undefined, notices };
      } catch (error) {
        giveBack();
        throw error;
      }
    },
  };
}
