import type { Tool } from './tool.ts';
import { buildBriefTool } from './tools/build-brief.ts';
import { fetch } from './tools/fetch.ts';
import { libraryStatus } from './tools/library-status.ts';
import { listLibrary } from './tools/list-library.ts';
import { search } from './tools/search.ts';
import { usePrompt } from './tools/use-prompt.ts';

/** Every tool, in the order in which clients list them. A constant: it never changes while the server runs. */
export const TOOLS: readonly Tool[] = [search, fetch, listLibrary, usePrompt, buildBriefTool, libraryStatus];
