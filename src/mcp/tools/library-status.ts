import { z } from 'zod';
import { statusOf } from '../status.ts';
import { defineTool } from '../tool.ts';

export const libraryStatus = defineTool({
  name: 'library_status',
  title: 'Status of the team library',
  description:
    'Says how many documents of each kind the team library holds, when it last changed and was last checked, what waits for review, and what editors should mend in which file and line. Use it when something seems missing or old.',
  input: z.object({}),
  output: z.object({
    name: z.string().optional(),
    version: z.string(),
    documents: z.record(z.string(), z.number()),
    prompts: z.number(),
    drafts_waiting: z.number(),
    last_change: z.string().optional(),
    seconds_since_check: z.number().optional(),
    watching: z.enum(['events', 'polling']),
    reachable: z.boolean(),
    reading: z
      .object({ done: z.number(), total: z.number() })
      .optional()
      .describe('while the library is read for the first time'),
    indexing: z.number().optional().describe('documents that the search has not taken in yet'),
    passed_over: z.record(z.string(), z.number()).describe('files of types that are not served, by extension'),
    diagnostics: z.object({
      errors: z.number(),
      warnings: z.number(),
      info: z.number(),
      first: z.array(z.string()).describe('path:line:column severity message, and what to do'),
    }),
  }),
  run: (_, surface) => Promise.resolve({ structure: { ...statusOf(surface) } }),
});
