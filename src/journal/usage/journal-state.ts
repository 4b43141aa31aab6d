import type { Usage } from './usage.ts';

/** What the journal knows: nothing where it is off, and nothing yet where it is empty. */
export type JournalState = 'on' | 'off' | 'empty';

export function journalState(usage: Usage | undefined): JournalState {
  if (usage === undefined) return 'off';
  return usage.entries === 0 ? 'empty' : 'on';
}
