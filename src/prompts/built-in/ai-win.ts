/** `saving` is blank where nothing can be saved. */
export const AI_WIN = `---
kind: prompt
title: AI win
description: Three questions about something that worked well with AI, saved for your colleagues and the weekly meeting.
name: ai-win
arguments:
  - name: win
    description: What worked? A sentence is enough; leave it out to be asked.
---
The user has something that worked well with AI. Write it down as a win for the team, in three questions. Skip a question that is answered already by what they said or by this conversation.

{{#if win}}
They say:

{{ win }}
{{/if}}

1. **What happened?** What did you do with AI, and what came of it?
2. **What did it save?** How many minutes did it take you, and how many would it have taken without? An honest guess is fine; "I do not know" is an answer too. Never make a figure up.
3. **What helped?** Which prompts, workflows or documents of the team, if any? Where this conversation shows it, say which and ask only whether it is right.

Ask them one after the other, in one sentence each. Use the user's own words for the answer. No adjectives that they did not use.

{{#if saving}}
Then show what will be saved in a few lines: a title of at most ten words, what happened, minutes saved, what was used. When the user agrees, save it with the tool log_win, and tell them where it lies and what happens next, as the answer says. If it took more than a few steps, ask whether they would also "Share how I did this".
{{else}}
Nothing can be saved from here: sharing is switched off for this library, or the user's access may only read. Show the win as a few lines of Markdown, and say that whoever looks after the library can put it into the folder "inbox".
{{/if}}
`;
