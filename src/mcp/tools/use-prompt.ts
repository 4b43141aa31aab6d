import { z } from 'zod';
import { notesOf, run } from '../prompts.ts';
import { usedOnce } from '../recording.ts';
import { defineTool, LONGEST_ANSWER } from '../tool.ts';

/** Room for the note that something is missing. */
const LONGEST_NOTE = 200;

const value = z.union([z.string(), z.number(), z.boolean(), z.null()]);

export const usePrompt = defineTool({
  name: 'use_prompt',
  title: 'Run a team prompt',
  description: [
    "Gives one of the team's prompts, filled in and with the documents it needs, ready to be followed. The way to the team's prompts where there is no prompt menu.",
    'Names and arguments are shown by list_library with kind "prompt". When an argument is missing, the answer lists them with their choices: ask the user rather than guess.',
  ].join('\n'),
  input: z.object({
    name: z.string().min(1).describe('the name of the prompt, such as launch-email'),
    arguments: z.record(z.string(), value).optional().describe('a value for each argument, by name'),
  }),
  async run({ name, arguments: given }, surface, caller) {
    const values = Object.fromEntries(Object.entries(given ?? {}).map(([key, each]) => [key, String(each ?? '')]));
    const prompt = await run(surface, { name, arguments: values }, caller);
    const used = usedOnce('prompt', prompt.uses);
    const context = prompt.context.map(
      ({ document, anchor, text }) =>
        `<document id="${document.id}${anchor === '' ? '' : `#${anchor}`}">\n${text}\n</document>`,
    );
    const turns = prompt.messages.map(({ role, text }) => (prompt.messages.length === 1 ? text : `[${role}]\n${text}`));
    const notes = notesOf(prompt);
    const text = [...notes, ...context, ...turns].join('\n\n');
    if (text.length <= LONGEST_ANSWER) return { text, used };
    const ids = prompt.context.map(({ document, anchor }) => `- ${document.id}${anchor === '' ? '' : `#${anchor}`}`);
    const shorter = [...notes, `Read these first, with fetch:\n${ids.join('\n')}`, ...turns].join('\n\n');
    if (shorter.length <= LONGEST_ANSWER) return { text: shorter, used };
    const end = shorter.lastIndexOf('\n', LONGEST_ANSWER - LONGEST_NOTE);
    const cut = shorter.slice(0, end > 0 ? end : LONGEST_ANSWER - LONGEST_NOTE);
    const missing = `Note: the end of this prompt is missing, because ${shorter.length} characters are more than an answer holds.`;
    return { text: `${missing}\n\n${cut}`, used };
  },
});
