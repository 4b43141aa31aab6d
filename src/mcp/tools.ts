import { type Surface, sharingOf } from './surface.ts';
import type { Tool } from './tool.ts';
import { buildBriefTool } from './tools/build-brief.ts';
import { fetch } from './tools/fetch.ts';
import { libraryStatus } from './tools/library-status.ts';
import { listLibrary } from './tools/list-library.ts';
import { logWin } from './tools/log-win.ts';
import { search } from './tools/search.ts';
import { sharePrompt } from './tools/share-prompt.ts';
import { shareWorkflow } from './tools/share-workflow.ts';
import { usePrompt } from './tools/use-prompt.ts';

/** Every tool, in the order in which clients list them. Nothing of a library gets into them. */
export const TOOLS: readonly Tool[] = [
  search,
  fetch,
  listLibrary,
  usePrompt,
  buildBriefTool,
  libraryStatus,
  shareWorkflow,
  logWin,
  sharePrompt,
];

/** The tools that there are now: those that write only where sharing is on. */
export function toolsOf(surface: Surface): readonly Tool[] {
  return sharingOf(surface) === undefined ? TOOLS.filter(({ isWriting }) => !isWriting) : TOOLS;
}
