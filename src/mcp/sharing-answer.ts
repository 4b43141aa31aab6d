import { z } from 'zod';
import type { Kind } from '../library/document.ts';
import { Refusal } from '../refusal.ts';
import type { Draft } from '../sharing/draft.ts';
import type { Sharer } from '../sharing/sharing.ts';
import { type Surface, sharingOf, snapshotOf } from './surface.ts';
import type { ToolAnswer } from './tool.ts';

/** Where documents of the kinds that are shared live once somebody has looked at them. */
const HOMES: { readonly [kind in Kind]?: string } = {
  workflow: 'context/workflows/',
  win: 'context/wins/',
  prompt: 'prompts/',
};

/** What every tool answers that shares something. */
export const SHARED = z.object({
  id: z.string(),
  path: z.string().describe('where the file lies, from the library folder on'),
  author: z.string(),
  status: z.literal('draft'),
  next: z.string().describe('what happens now'),
  notices: z.array(z.string()).optional().describe('what to look at'),
});

function nextSteps(id: string, kind: Kind): string {
  return [
    `It waits in the inbox as ${id}: colleagues find it only when they ask for drafts, and no assistant uses it by itself.`,
    `It becomes part of the library when a person has read it and moves the file to ${HOMES[kind] ?? 'context/'}.`,
    'Tell the user so, and whose name stands on it.',
  ].join(' ');
}

/** Saves a draft and says what happens next. */
export async function answerSharing(surface: Surface, draft: Draft, caller: Sharer): Promise<ToolAnswer> {
  await snapshotOf(surface);
  const sharing = sharingOf(surface);
  if (sharing === undefined) throw new Refusal('Nothing was saved: sharing is switched off for this library.');
  const { id, notices } = await sharing.share(draft, caller);
  return {
    structure: {
      id,
      path: id,
      author: caller.name,
      status: 'draft',
      next: nextSteps(id, draft.kind),
      ...(notices.length === 0 ? {} : { notices: [...notices] }),
    },
  };
}
