import { z } from 'zod';
import { today } from '../../library/day.ts';
import { draftOfPrompt } from '../../sharing/draft.ts';
import { answerSharing, SHARED } from '../sharing-answer.ts';
import { defineTool } from '../tool.ts';

export const sharePrompt = defineTool({
  name: 'share_prompt',
  title: 'Share a prompt',
  description: [
    'Saves a prompt of the user as a new file for their colleagues: as a draft in the inbox of the team library (or at once, where the team has decided so), under their name.',
    'Give the text as the user wrote it. What colleagues should fill in stands in it as {{ name }}; list these under arguments when other placeholders, such as mail merge tags, are to stay as they are.',
    'Show the user what will be saved before you call it. It changes and deletes nothing.',
  ].join('\n'),
  isWriting: true,
  input: z.object({
    title: z.string().min(1).max(150).describe('what the prompt makes, such as "Launch email"'),
    text: z.string().min(1).max(100_000).describe('the prompt as it was typed'),
    description: z.string().max(300).optional().describe('one sentence for the menu in which colleagues pick it'),
    arguments: z
      .array(
        z.object({
          name: z.string().min(1).max(60).describe('the name in the placeholder, without spaces'),
          description: z.string().max(200).optional().describe('the question that it answers'),
          required: z.boolean().optional(),
          options: z.array(z.string().max(80)).max(20).optional().describe('the only values that it may have'),
          default: z.string().max(100).optional(),
        }),
      )
      .max(20)
      .optional()
      .describe('what colleagues fill in; without this, every placeholder of the text'),
    notes: z.string().max(4_000).optional().describe('what a colleague should know: when it works, when it does not'),
  }),
  output: SHARED,
  run: (given, surface, caller) =>
    answerSharing(surface, draftOfPrompt(given, { author: caller.name, date: today() }), caller),
});
