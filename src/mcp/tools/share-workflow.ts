import { z } from 'zod';
import { today } from '../../library/day.ts';
import { draftOfWorkflow } from '../../sharing/draft.ts';
import { answerSharing, SHARED } from '../sharing-answer.ts';
import { defineTool } from '../tool.ts';

const MOST_TEXT = 40_000;
const MOST_MINUTES = 100_000;

const told = (what: string) => z.string().max(MOST_TEXT).optional().describe(what);
const minutes = (what: string) => z.number().min(0).max(MOST_MINUTES).optional().describe(what);

export const shareWorkflow = defineTool({
  name: 'share_workflow',
  title: 'Share how this was done',
  description: [
    'Saves how the user did something with AI as a new file for their colleagues: as a draft in the inbox of the team library (or at once, where the team has decided so), under their name.',
    'Use it when the user asks to share how they did this. Give the messy truth in their words, not a polished version: ask for what you do not know, and leave out what they do not say. Prompts go in as they were typed, in order.',
    'Show the user what will be saved before you call it. It changes and deletes nothing.',
  ].join('\n'),
  isWriting: true,
  input: z.object({
    title: z.string().min(1).max(150).describe('what it does for somebody, such as "A launch kit in a morning"'),
    task: z.string().min(1).max(MOST_TEXT).describe('what had to be done'),
    prompts: z.array(z.string().max(MOST_TEXT)).min(1).max(40).describe('the prompts as they were typed, in order'),
    context: told('what the AI was given: documents, examples, notes'),
    forbidden: told('what the AI was told not to do'),
    fixed_by_hand: told('what the user had to fix by hand afterwards'),
    learned: told('what the user would tell a colleague who does this next'),
    tools: z.array(z.string().max(300)).max(20).optional().describe('the programs that were used'),
    minutes_before: minutes('how long it took without AI'),
    minutes_after: minutes('how long it took this time, with everything'),
  }),
  output: SHARED,
  run: (given, surface, caller) =>
    answerSharing(
      surface,
      draftOfWorkflow(
        {
          ...given,
          fixed: given.fixed_by_hand,
          minutesBefore: given.minutes_before,
          minutesAfter: given.minutes_after,
        },
        { author: caller.name, date: today() },
      ),
      caller,
    ),
});
