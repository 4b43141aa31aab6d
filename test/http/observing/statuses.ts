import type { Status } from '../../../src/mcp/status.ts';

/** The status of a small library in which all is well, except for what is given. */
export function statusWith(other: Partial<Status> = {}): Status {
  return {
    name: 'Lark & Co',
    version: '1.2.3',
    documents: { guideline: 3, persona: 2, prompt: 4, reference: 0 },
    prompts: 4,
    drafts_waiting: 2,
    last_change: '2027-01-31T12:00:00.000Z',
    seconds_since_check: 7,
    watching: 'events',
    reachable: true,
    passed_over: {},
    diagnostics: { errors: 1, warnings: 2, info: 0, first: ['context/secret-plan.md:1:1 error Something is wrong.'] },
    ...other,
  };
}
