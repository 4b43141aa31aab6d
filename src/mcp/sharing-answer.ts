import { z } from 'zod';
import { homeOf } from '../library/homes.ts';
import { Refusal } from '../refusal.ts';
import type { Draft } from '../sharing/draft.ts';
import type { Shared, Sharer } from '../sharing/sharing.ts';
import { usedOnce } from './recording.ts';
import { type Surface, sharingOf, snapshotOf } from './surface.ts';
import type { ToolAnswer } from './tool.ts';

/** What every tool answers that shares something. */
export const SHARED = z.object({
  id: z.string(),
  path: z.string().describe('where the file lies, from the library folder on'),
  author: z.string(),
  status: z.enum(['draft', 'approved']).describe('draft: it waits for a person; approved: it is in use'),
  next: z.string().describe('what happens now'),
  notices: z.array(z.string()).optional().describe('what to look at'),
});

function nextSteps({ id, isLive }: Shared, home: string | undefined): string {
  const tell = 'Tell the user so, and whose name stands on it.';
  if (isLive)
    return `It is part of the library as ${id}: from now on colleagues find it, and their assistants use it. ${tell}`;
  const goal = home === undefined ? 'into the library' : `to ${home}/`;
  return [
    `It waits in the inbox as ${id}: colleagues find it only when they ask for drafts, and no assistant uses it by itself.`,
    `It becomes part of the library when a person has read it and moves the file ${goal}, with "team-context review" or by hand.`,
    tell,
  ].join(' ');
}

/** Saves what is shared and says what happens next. */
export async function answerSharing(surface: Surface, draft: Draft, caller: Sharer): Promise<ToolAnswer> {
  const snapshot = await snapshotOf(surface);
  const sharing = sharingOf(surface);
  if (sharing === undefined) throw new Refusal('Nothing was saved: sharing is switched off for this library.');
  const shared = await sharing.share(draft, caller);
  const { id, isLive, notices } = shared;
  return {
    structure: {
      id,
      path: id,
      author: caller.name,
      status: isLive ? 'approved' : 'draft',
      next: nextSteps(shared, homeOf(snapshot, draft.kind)),
      ...(notices.length === 0 ? {} : { notices: [...notices] }),
    },
    used: usedOnce('share', [id]),
  };
}
