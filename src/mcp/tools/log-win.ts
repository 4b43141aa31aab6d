import { z } from 'zod';
import { today } from '../../library/day.ts';
import { lookUp } from '../../library/find.ts';
import type { Snapshot } from '../../library/snapshot.ts';
import { builtInsOf } from '../../prompts/built-ins.ts';
import { Refusal } from '../../refusal.ts';
import { draftOfWin } from '../../sharing/draft.ts';
import { answerSharing, SHARED } from '../sharing-answer.ts';
import { snapshotOf } from '../surface.ts';
import { defineTool } from '../tool.ts';
import { referenceFrom } from '../uri.ts';

/** The id of what was used, which may be given as the name of a prompt. */
function idOf(snapshot: Snapshot, given: string): string {
  const prompt = snapshot.prompts.get(given.trim());
  if (prompt !== undefined) return prompt.id;
  if (builtInsOf(snapshot).has(given.trim())) return given.trim();
  const { path } = referenceFrom(given);
  const found = lookUp(snapshot, path, '');
  if (found.type === 'found') return found.document.id;
  const near = found.type === 'no document' ? found.near : [];
  const hint = near.length > 0 ? `The nearest are: ${near.join(', ')}.` : 'Leave it out, or find its id with search.';
  throw new Refusal(`Nothing was saved: there is no document or prompt "${given.slice(0, 200)}". ${hint}`, near);
}

export const logWin = defineTool({
  name: 'log_win',
  title: 'Log an AI win',
  description: [
    'Saves what AI did for the user as a short new file for their colleagues: as a draft in the inbox of the team library (or at once, where the team has decided so), under their name.',
    'Use it when the user says that something worked well and wants the team to know. Ask what happened, how many minutes it saved, and what of the team library helped; do not make figures up.',
    'Show the user what will be saved before you call it. It changes and deletes nothing.',
  ].join('\n'),
  isWriting: true,
  input: z.object({
    title: z.string().min(1).max(150).describe('the win in one line'),
    what: z.string().min(1).max(20_000).describe("what happened, in the user's words"),
    who: z.string().max(100).optional().describe('whose win it is, when it is not the user who logs it'),
    saved_minutes: z.number().min(0).max(100_000).optional().describe('how many minutes it saved'),
    used: z
      .array(z.string().min(1).max(300))
      .max(20)
      .optional()
      .describe('ids of the documents, or names of the prompts, of the team library that helped'),
  }),
  output: SHARED,
  async run({ saved_minutes, used, ...win }, surface, caller) {
    const snapshot = await snapshotOf(surface);
    const ids = used?.map((each) => idOf(snapshot, each));
    const draft = draftOfWin(
      { ...win, savedMinutes: saved_minutes, used: ids },
      { author: caller.name, date: today() },
    );
    return answerSharing(surface, draft, caller);
  },
});
