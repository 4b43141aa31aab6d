import { dateAt } from '../library/day.ts';
import { settledNames } from '../library/disk/new-name.ts';
import type { Settled } from '../library/disk/settle.ts';
import type { Document, Kind } from '../library/document.ts';
import { homeFor, homeOf } from '../library/homes.ts';
import { DECLINED, draftsOf } from '../library/inbox.ts';
import type { Library } from '../library/library.ts';
import { parse } from '../library/parse.ts';
import { fileNameOf, folderAbove } from '../library/path-parts.ts';
import { Refusal } from '../refusal.ts';
import { approve, isApprovalOf } from './approval.ts';

/** The way by which drafts leave the inbox. */
export interface Review {
  /** Lets a draft into the library. Throws a Refusal when it cannot be had there, or is no longer what was seen. */
  approve(draft: Document): Promise<Settled>;
  /** Puts a draft aside, as it is. Throws a Refusal when it is no longer what was seen. */
  decline(draft: Document): Promise<Settled>;
  /** Ends what was broken off earlier; answers with the drafts that were settled already. */
  finish(): Promise<readonly Settled[]>;
}

export interface ReviewOptions {
  readonly library: Pick<Library, 'current' | 'settle'>;
  /** Whose name stands on what is approved. */
  readonly reviewer: string;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

/** Whether a file would be of another kind where it is to lie, unless it says what it is. */
function isOtherKindThere(
  { id, kind, hash }: Document,
  { folder, bytes }: { folder: string; bytes: Uint8Array },
): boolean {
  const there = parse({ id: `${folder}/${fileNameOf(id)}`, bytes, hash, modified: 0 });
  return there.document?.kind !== kind;
}

export function openReview({ library, reviewer, now = Date.now }: ReviewOptions): Review {
  const isApproved = (kind: Kind) => (file: Uint8Array, draft: Uint8Array) => isApprovalOf(file, draft, kind);

  const settle = async (...given: Parameters<Library['settle']>): Promise<Settled> => {
    const settled = await library.settle(...given);
    if (settled === undefined) throw new Error('A draft was to be settled and was not.');
    return settled;
  };
  /** Where a draft may have gone that is still there because something was broken off. */
  const placesOf = ({ id, hash }: Document): readonly string[] => {
    const names = new Set(settledNames(fileNameOf(id), hash));
    const others = [...library.current().documents.keys()].filter((other) => names.has(fileNameOf(other)));
    return [...new Set(others.map(folderAbove))].filter((folder) => folder !== '' && folder !== folderAbove(id));
  };
  return {
    async approve(draft) {
      const { id, hash, kind } = draft;
      const folder = homeFor(library.current(), kind, 'Nothing was changed');
      const date = dateAt(now());
      return settle({
        id,
        hash,
        folder,
        revise(bytes) {
          const needsKind = isOtherKindThere(draft, { folder, bytes });
          return approve(bytes, { name: reviewer, date, kind, needsKind });
        },
        isRevised: isApproved(kind),
        rival: { folder: DECLINED },
      });
    },
    decline({ id, hash, kind }) {
      const home = homeOf(library.current(), kind);
      const rival = home === undefined ? {} : { rival: { folder: home, isRevised: isApproved(kind) } };
      return settle({ id, hash, folder: DECLINED, ...rival });
    },
    async finish() {
      const finished: Settled[] = [];
      for (const draft of draftsOf(library.current())) {
        const { id, hash, kind } = draft;
        const ways = [
          ...placesOf(draft).map((folder) => ({ folder, isRevised: isApproved(kind) })),
          { folder: DECLINED },
        ];
        for (const way of ways) {
          const settled = await library.settle({ id, hash, isFinishing: true, ...way }).catch(refusedIsNothing);
          if (settled === undefined) continue;
          finished.push(settled);
          break;
        }
      }
      return finished;
    },
  };
}

/** What cannot be finished now waits as it did. */
function refusedIsNothing(error: unknown): undefined {
  if (!(error instanceof Refusal)) throw error;
}
